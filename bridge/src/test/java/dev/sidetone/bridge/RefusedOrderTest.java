package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Destinations;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An agent is obeyed only in what it was offered; the rest is refused to it and found. */
class RefusedOrderTest {
    private static final AgentTool TRANSFER = Objects.requireNonNull(AgentTool.builtin(AgentTool.TRANSFER));

    private final FakeCallControl rest = new FakeCallControl();

    @Test
    void anUndeclaredTransferPutsNobodyThrough() {
        BridgeOnMemoryNetwork call = openAi(List.of());
        calls(call, "call_1", "transfer_to_human", "{}");
        assertThat(result(call)).contains("transfer_to_human was not offered to the agent");
        isRefused(call, "refused transfer_to_human was not offered to the agent");
    }

    @Test
    void anUndeclaredEndOfTheCallEndsNothing() {
        BridgeOnMemoryNetwork call = openAi(List.of());
        calls(call, "call_1", "end_call", "{}");
        isRefused(call, "refused end_call was not offered to the agent");
    }

    @Test
    void anIdThatIsLeftOutMakesNoOrderOfATool() {
        BridgeOnMemoryNetwork call = openAi(List.of(TRANSFER));
        calls(call, "", "transfer_to_human", "{}");
        isRefused(call, "refused transfer_to_human was called without an id, so that no result can be given");
    }

    @Test
    void noNumberIsDialledButTheBridgesOwnAndThoseThatAreListed() {
        BridgeOnMemoryNetwork call = openAi(List.of(TRANSFER));
        calls(call, "call_1", "transfer_to_human", "{\\'destination\\':\\'+19005550000\\'}");
        assertThat(result(call)).contains("names a destination that is not allowed: +19005550000");
        isRefused(call, "refused transfer_to_human names a destination that is not allowed: +19005550000");
    }

    @Test
    void theBridgesOwnNumberMayBeNamed() {
        BridgeOnMemoryNetwork call = openAi(List.of(TRANSFER));
        calls(call, "call_1", "transfer_to_human", "{\\'destination\\':\\'+1 (555) 0199\\'}");
        call.callerListensFor(5_000);
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void aListedNumberMayBeNamed() {
        BridgeOnMemoryNetwork call =
                openAi(List.of(TRANSFER.withDestinations(new Destinations(false, List.of("+1-555-0123")))));
        calls(call, "call_1", "transfer_to_human", "{\\'destination\\':\\'+15550123\\'}");
        call.callerListensFor(5_000);
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void aWiresOwnWordsAreRefusedToo() {
        BridgeOnMemoryNetwork call = omni(List.of());
        call.agent.send("{'type':'transfer_to_human','destination':'+19005550000'}");
        call.agent.send("{'type':'send_dtmf','digits':'123'}");
        call.agent.send("{'type':'end_call'}");
        call.agent.send("{'type':'tool_call','call_id':'','name':'transfer_to_human','arguments':{}}");
        call.callerListensFor(5_000);
        assertThat(rest.asked).isEmpty();
        assertThat(call.twilio.ofKind("media")).isEmpty();
        assertThat(call.facts)
                .filteredOn(fact -> fact.startsWith("refused"))
                .containsExactly(
                        "refused transfer_to_human was not offered to the agent",
                        "refused send_dtmf was not offered to the agent",
                        "refused end_call was not offered to the agent",
                        "refused transfer_to_human was not offered to the agent");
        assertThat(call.facts).noneMatch(fact -> fact.startsWith("transfer") || fact.startsWith("hang up"));
    }

    @Test
    void aWiresOwnWordIsObeyedWhereItWasOffered() {
        BridgeOnMemoryNetwork call = omni(List.of(TRANSFER));
        call.agent.send("{'type':'transfer_to_human'}");
        call.callerListensFor(5_000);
        assertThat(rest.asked).hasSize(1);
    }

    private BridgeOnMemoryNetwork openAi(List<AgentTool> tools) {
        return connected(OpenAi.REALTIME, tools);
    }

    private BridgeOnMemoryNetwork omni(List<AgentTool> tools) {
        BridgeOnMemoryNetwork call = connected(Omni.SERVICE, tools);
        call.agent.send("{'type':'hello'}");
        call.advanceMs(1);
        return call;
    }

    private BridgeOnMemoryNetwork connected(AgentService wire, List<AgentTool> tools) {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(
                wire, wire.defaults().withTools(tools), CallPolicy.defaults().withHumanNumber("+15550199"), rest);
        call.connect();
        return call;
    }

    private static void calls(BridgeOnMemoryNetwork call, String id, String tool, String arguments) {
        call.agent.send("{'type':'response.function_call_arguments.done','call_id':'" + id + "','name':'" + tool
                + "','arguments':'" + arguments + "'}");
        call.advanceMs(1);
    }

    private static String result(BridgeOnMemoryNetwork call) {
        return call.agent
                .ofKind("conversation.item.create")
                .get(0)
                .at("/item/output")
                .asText();
    }

    private void isRefused(BridgeOnMemoryNetwork call, String fact) {
        call.callerListensFor(5_000);
        assertThat(rest.asked).isEmpty();
        assertThat(call.facts)
                .contains(fact)
                .noneMatch(each -> each.startsWith("transfer") || each.startsWith("hang up"));
    }
}
