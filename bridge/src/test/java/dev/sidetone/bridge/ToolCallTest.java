package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Destinations;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.tools.ToolClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an agent's tools do to a call, and what the agent is told of them. */
class ToolCallTest {
    private static final AgentTool BOOK =
            new AgentTool("book_table", "", "{\"type\":\"object\"}", URI.create("http://shop/book"), 2_000);

    private final List<String> posted = new ArrayList<>();
    private @Nullable Consumer<ToolClient.ToolResponse> shop;
    private int forgotten;

    private final FakeCallControl rest = new FakeCallControl();
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(
            OpenAi.REALTIME
                    .defaults()
                    .withTools(Stream.concat(
                                    Stream.of(BOOK), AgentTool.BUILTIN.stream().map(name -> Objects.requireNonNull(
                                                    AgentTool.builtin(name))
                                            .withDestinations(new Destinations(false, List.of("+1 555-0123")))))
                            .toList()),
            CallPolicy.defaults().withHumanNumber("+15550199"),
            null,
            rest,
            (url, arguments, loop, done) -> {
                posted.add(url + " " + arguments);
                shop = done;
                return () -> forgotten++;
            });

    @Test
    void aToolGetsItsArgumentsAndTheAgentItsResult() {
        call.connect();
        calls("book_table", "{'seats':4}");
        assertThat(posted).containsExactly("http://shop/book {\"seats\":4}");
        assertThat(call.agent.heard).isEmpty();

        shop().accept(new ToolClient.ToolResponse(false, "{\"table\": 7}"));
        call.advanceMs(1);
        assertThat(result()).isEqualTo("{\"table\":7}");
        call.agent.send("{'type':'response.done','response':{'status':'completed'}}");
        call.advanceMs(1);
        assertThat(call.agent.kinds()).endsWith("response.create");
        assertThat(call.facts)
                .containsSubsequence("tool book_table {\"seats\":4}", "tool book_table gave {\"table\":7}");
    }

    @Test
    void aToolThatTakesTooLongIsToldAsFailedOnceAndForgotten() {
        call.connect();
        calls("book_table", "{}");
        call.callerListensFor(1_900);
        assertThat(call.agent.ofKind("conversation.item.create")).isEmpty();
        call.advanceMs(110);
        assertThat(result()).contains("no answer within 2000 ms");
        assertThat(forgotten).isEqualTo(1);

        shop().accept(new ToolClient.ToolResponse(false, "{}"));
        call.advanceMs(1);
        assertThat(call.agent.ofKind("conversation.item.create")).hasSize(1);
    }

    @Test
    void whatCannotBeDoneIsToldAsFailed() {
        call.connect();
        calls("book_a_train", "{}");
        assertThat(result()).contains("book_a_train was not offered");
        calls("book_table", "four seats");
        assertThat(result()).contains("not a JSON object");
        calls("book_table", "{}");
        shop().accept(new ToolClient.ToolResponse(false, "<html>"));
        call.advanceMs(1);
        assertThat(result()).contains("not JSON");
        calls("book_table", "{}");
        shop().accept(new ToolClient.ToolResponse(true, "it answered with HTTP 500"));
        call.advanceMs(1);
        assertThat(result()).contains("HTTP 500");
        assertThat(call.facts)
                .filteredOn(fact -> fact.startsWith("tool") && fact.contains(" failed "))
                .hasSize(3);
        assertThat(call.facts).contains("refused book_a_train was not offered to the agent");
    }

    @Test
    void whatAToolGivesAfterItsSessionWasLostIsToldToTheNext() {
        call.connect();
        call.callerListensFor(20_000);
        calls("book_table", "{}");
        expire();
        configure();
        call.agent.heard.clear();
        shop().accept(new ToolClient.ToolResponse(false, "{\"table\": 7}"));
        call.advanceMs(1);
        assertThat(told()).contains("book_table").contains("table").contains("7");
        assertThat(call.agent.kinds()).containsExactly("conversation.item.create", "response.create");
    }

    @Test
    void whatAToolGivesWhileTheNextSessionIsOnItsWayWaitsForIt() {
        call.connect();
        call.callerListensFor(20_000);
        calls("book_table", "{}");
        expire();
        call.agent.heard.clear();
        shop().accept(new ToolClient.ToolResponse(true, "it answered with HTTP 500"));
        call.advanceMs(1);
        assertThat(call.agent.heard).isEmpty();
        configure();
        assertThat(told()).contains("book_table").contains("HTTP 500");
        assertThat(call.agent.kinds()).containsExactly("session.update", "conversation.item.create", "response.create");
    }

    private String told() {
        JsonNode item = call.agent.ofKind("conversation.item.create").get(0).path("item");
        assertThat(item.path("type").asText()).isEqualTo("message");
        return item.at("/content/0/text").asText();
    }

    private void expire() {
        call.agent.send("{'type':'error','error':{'code':'session_expired','message':'60 minutes'}}");
        call.advanceMs(1);
    }

    private void configure() {
        call.agent.send("{'type':'session.created','session':{}}");
        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
    }

    @Test
    void aCallThatEndsCancelsItsRunningTools() {
        call.connect();
        calls("book_table", "{}");
        call.stop();
        assertThat(forgotten).isEqualTo(1);
        call.advanceMs(5_000);
        assertThat(call.facts).noneMatch(fact -> fact.contains("gave") || fact.contains(" failed "));
    }

    @Test
    void theGoodByeThatFollowsTheResultIsHeardBeforeTheCallIsHungUp() {
        call.connect();
        calls("end_call", "{}");
        assertThat(result()).contains("ending");
        call.callerListensFor(1_000);
        call.agentSays("bye", 800);
        call.callerListensFor(900);
        assertThat(rest.asked).isEmpty();
        call.markComesBack("s1");
        call.callerListensFor(400);
        assertThat(rest.asked).isEmpty();
        call.callerListensFor(200);
        assertThat(rest.asked).containsExactly("hang up " + BridgeOnMemoryNetwork.SID);
    }

    @Test
    void aGoodByeInPiecesIsHeardToItsLast() {
        call.connect();
        call.agentSays("bye", 200);
        calls("end_call", "{}");
        for (int piece = 1; piece <= 10; piece++) {
            call.callerListensFor(240);
            call.markComesBack("s" + piece);
            call.agentSays("bye", 200);
        }
        assertThat(rest.asked).isEmpty();
        call.callerListensFor(220);
        call.markComesBack("s11");
        call.callerListensFor(510);
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void anAgentWithoutAGoodByeIsNotWaitedForLong() {
        call.connect();
        calls("end_call", "{}");
        call.callerListensFor(2_400);
        assertThat(rest.asked).isEmpty();
        call.callerListensFor(200);
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void theCallerIsPutThroughToTheNumberTheAgentNames() {
        call.connect();
        calls("transfer_to_human", "{'destination':'+1 (555) 01-23'}");
        call.callerListensFor(2_600);
        assertThat(rest.asked.get(0)).contains("<Dial>+15550123</Dial>");
        assertThat(call.facts).contains("transfer to +15550123");
    }

    @Test
    void nothingButATelephoneNumberIsDialled() {
        call.connect();
        calls("transfer_to_human", "{'destination':'sip:thief@example.com'}");
        assertThat(result()).contains("names a destination that is not allowed");
        call.callerListensFor(5_000);
        assertThat(rest.asked).isEmpty();
    }

    @Test
    void keysAreHeardAsTonesBehindWhatTheAgentSays() {
        call.connect();
        call.agentSays("item_1", 100);
        calls("send_dtmf", "{'digits':'1w#'}");
        assertThat(result()).contains("pressed");
        JsonNode tones = call.twilio.ofKind("media").get(1);
        assertThat(tones.at("/media/payload").asText()).hasSize((200 + 500 + 200) * 8 / 3 * 4);
        assertThat(call.twilio.kinds()).containsExactly("media", "mark", "media", "mark");
        assertThat(call.facts).noneMatch(fact -> fact.equals("began "));

        call.agentHearsTheCaller();
        assertThat(call.twilio.kinds()).endsWith("clear");
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("cut")).containsExactly("cut item_1 at 0");
    }

    @Test
    void theSampleGivesANumberInItsRange() {
        call.connect();
        calls("generate_random_number", "{'min':7,'max':7}");
        assertThat(result()).isEqualTo("{\"number\":7}");
        calls("generate_random_number", "{'min':9,'max':7}");
        assertThat(result()).contains("error");
    }

    @Test
    void aSeventeenthToolAtOnceIsRefused() {
        call.connect();
        for (int i = 0; i < 16; i++) {
            calls("book_table", "{}");
        }
        assertThat(posted).hasSize(16);
        calls("book_table", "{}");
        assertThat(posted).hasSize(16);
        assertThat(result()).contains("too many tools are running");
    }

    private int calls;

    private void calls(String tool, String arguments) {
        String escaped = arguments.replace("'", "\\'");
        call.agent.send("{'type':'response.function_call_arguments.done','call_id':'call_" + ++calls + "','name':'"
                + tool + "','arguments':'" + escaped + "'}");
        call.advanceMs(1);
    }

    private String result() {
        List<JsonNode> items = call.agent.ofKind("conversation.item.create");
        JsonNode item = items.get(items.size() - 1).path("item");
        assertThat(item.path("call_id").asText()).isEqualTo("call_" + calls);
        return item.path("output").asText();
    }

    private Consumer<ToolClient.ToolResponse> shop() {
        return Objects.requireNonNull(shop, "nobody was asked");
    }
}
