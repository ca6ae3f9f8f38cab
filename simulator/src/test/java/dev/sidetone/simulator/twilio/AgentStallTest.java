package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.WireSettings.Stalled;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.gemini.FakeGemini;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent that is connected and answers no more: on a wire that says when the caller spoke, and on one that does not. */
class AgentStallTest {
    private static final AgentVoice VOICE = new AgentVoice();

    private final CheckedLine checked = new CheckedLine();
    private final List<String> said = new ArrayList<>();

    static Stream<FakeService> wires() {
        return Stream.of(FakeOpenAi.REALTIME, FakeGemini.LIVE);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void anAgentThatAnsweredOnceAndNoMoreIsAFindingAndNoOther(FakeService wire) {
        FakeAgent agent = agent(wire, AgentFault.STOPS_ANSWERING);
        assertThat(CheckedLine.codes(call(agent, Stalled.WAIT))).containsExactly("agent-stalled");
        assertThat(agent.logs()).hasSize(1);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wires")
    void anotherSessionAnswersWhatTheStalledOneDidNot(FakeService wire) {
        FakeAgent agent = agent(wire, AgentFault.STOPS_ANSWERING);
        assertThat(CheckedLine.codes(call(agent, Stalled.NEW_SESSION)))
                .containsExactly("agent-stalled", "session-renewed", "late-answer");
        assertThat(agent.logs()).hasSize(2);
        assertThat(agent.log().turns()).hasSize(1);
        assertThat(agent.log().spoken()).extracting(AgentLog.Spoken::why).containsExactly(AgentLog.Why.TURN);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wires")
    void theCallerIsToldWhereTheSettingsSaySo(FakeService wire) {
        CallResult call = call(agent(wire, AgentFault.STOPS_ANSWERING), Stalled.APOLOGY);
        assertThat(CheckedLine.codes(call)).containsExactly("agent-stalled");
        assertThat(said).singleElement().asString().startsWith("We are sorry");
    }

    @ParameterizedTest
    @MethodSource("wires")
    void anAgentThatAnswersIsNeverTakenForOneThatStalls(FakeService wire) {
        FakeAgent agent = new FakeAgent(wire, AgentScript.practice(), Set.of(), VOICE, checked.line.calendar);
        assertThat(CheckedLine.codes(call(agent, Stalled.APOLOGY))).isEmpty();
    }

    private FakeAgent agent(FakeService wire, AgentFault fault) {
        return new FakeAgent(wire, AgentScript.practice(), Set.of(fault), VOICE, checked.line.calendar);
    }

    private CallResult call(FakeAgent agent, Stalled stalled) {
        agent.ready().join();
        checked.line.net.serve("agent:80", agent);
        AgentSettings usual = agent.service().original().defaults();
        BridgeConfig.Agent dialled = new BridgeConfig.Agent(
                "practice",
                agent.service().original(),
                URI.create("ws://agent:80" + agent.path()),
                "practice",
                usual.withWire(usual.wire().withStalled(stalled)));
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled);
        checked.line.serving(new BridgeRoutes(config, sid -> new BridgeFacts("practice", checked.timeline)));
        checked.line.words = text -> {
            said.add(text);
            return CompletableFuture.completedFuture(new byte[320]);
        };
        return checked.call(caller());
    }

    private static Caller caller() {
        CallerScript script = new CallerScript().hear(3_000).quiet(700, 5_000);
        script.say(Callers.voice("ask-address")).hear(10_000).quiet(700, 30_000);
        script.say(Callers.voice("book-a-table")).hear(15_000).quiet(700, 10_000);
        return script.hangUp().caller();
    }
}
