package dev.sidetone.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeSite;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentWire;
import dev.sidetone.simulator.BridgeFacts;
import dev.sidetone.simulator.ServedAgent;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeWire;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.timeline.CallResult;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole calls through the embedded bridge to agents of every kind: what is wrong with an agent is named, and a good one never. */
class AgentTroubleTest {
    private final CheckedLine checked = new CheckedLine();

    @ParameterizedTest
    @EnumSource
    void aGoodAgentIsGoodOnEveryWire(FakeWire wire) {
        assertThat(CheckedLine.codes(call(new FakeAgent(wire, AgentScript.practice(), Set.of()), "practice")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, KEY, agent-auth",
        "OPENAI, BUSY, agent-busy",
        "OPENAI, DIE, agent-died",
        "OPENAI, NEVER_READY, silent-agent",
        "ASSEMBLYAI, KEY, agent-auth",
        "ASSEMBLYAI, BUSY, agent-busy",
        "ASSEMBLYAI, DIE, agent-died",
        "INWORLD, KEY, agent-auth",
        "INWORLD, BUSY, agent-busy",
        "OMNI, KEY, agent-auth",
        "OMNI, BUSY, agent-busy",
        "OMNI_V2, KEY, agent-auth",
        "OMNI_V2, DIE, agent-died"
    })
    void anAgentThatIsNotThereForTheCallerIsNamed(FakeWire wire, AgentFault fault, String code) {
        assertThat(CheckedLine.codes(call(new FakeAgent(wire, AgentScript.practice(), Set.of(fault)), "practice")))
                .containsExactly(code);
    }

    @ParameterizedTest
    @EnumSource(names = {"LATE_DELTA", "BAD_JSON", "ODD_BYTES"})
    void whatTheBridgePutsRightIsNobodysFault(AgentFault fault) {
        FakeAgent agent = new FakeAgent(FakeWire.OPENAI, AgentScript.practice(), Set.of(fault));
        assertThat(CheckedLine.codes(call(agent, "practice"))).isEmpty();
    }

    @Test
    void aVoiceWithAWrongCapitalIsToldWithTheVoicesThereAre() {
        AgentSettings settings = new AgentSettings("gpt-realtime", "Marin", "", "Hello.", 500);
        CallResult call = call(new FakeAgent(FakeWire.OPENAI, AgentScript.practice(), Set.of()), "practice", settings);
        assertThat(CheckedLine.codes(call)).containsExactly("agent-config");
        assertThat(call.findings().get(0).what()).contains("Marin").contains("marin");
    }

    @Test
    void nobodyAtTheAgentsAddressIsToldWithTheAddress() {
        checked.line.serving(site(new FakeAgent(AgentScript.practice()), "k", AgentSettings.openAi()));
        CallResult call = checked.call(Callers.demo());
        assertThat(CheckedLine.codes(call)).containsExactly("agent-unreachable");
        assertThat(call.findings().get(0).what()).contains("agent:80");
    }

    private CallResult call(FakeAgent agent, String key) {
        return call(agent, key, AgentSettings.of(ServedAgent.dialect(agent.wire())));
    }

    private CallResult call(FakeAgent agent, String key, AgentSettings settings) {
        agent.ready().join();
        checked.line.net.serve("agent:80", agent);
        checked.line.serving(site(agent, key, settings));
        return checked.call(Callers.demo());
    }

    private BridgeSite site(FakeAgent agent, String key, AgentSettings settings) {
        AgentWire wire = ServedAgent.dialect(agent.wire());
        URI url = URI.create("ws://agent:80" + agent.wire().path());
        BridgeConfig.Agent dialled = new BridgeConfig.Agent("practice", wire, url, key, settings);
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled);
        return new BridgeSite(config, sid -> new BridgeFacts("practice", checked.timeline));
    }
}
