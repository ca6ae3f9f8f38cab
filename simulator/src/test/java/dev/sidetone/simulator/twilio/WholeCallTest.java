package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.LineGrid;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole road in manual time: caller, fake Twilio, bridge, practice agent and back, each as it is, only the sockets are memory. */
class WholeCallTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final ManualLine line = new ManualLine();

    @Test
    void theDemoCallHasItsTurnsItsBargeInItsKeyAndNoFinding() {
        FakeAgent agent = serve(AgentScript.practice());
        CallResult result = call(Callers.demo());

        assertThat(result.turns()).hasSize(4).allMatch(turn -> turn.judged() && turn.ttfaMs() != null);
        assertThat(result.bargeIns()).hasSize(1);
        CallResult.BargeIn bargeIn = result.bargeIns().get(0);
        assertThat(bargeIn.yielded()).isTrue();
        assertThat(bargeIn.clearMs()).isBetween(60.0, 90.0);
        assertThat(bargeIn.discardedMs()).isGreaterThan(1_000);
        assertThat(result.dtmf()).extracting(CallResult.Key::digit).containsExactly("5");
        assertThat(result.findings()).isEmpty();
        assertThat(result.call().endedBy()).isEqualTo("caller");
        assertThat(agent.log().keys()).extracting(AgentLog.Keys::keys).containsExactly("5");
        assertThat(agent.log().sentErrors()).isEmpty();
        assertThat(agent.log().earlyBytes()).isZero();
    }

    @Test
    void theAgentIsToldExactlyWhatTheCallerHeard() {
        FakeAgent agent = serve(AgentScript.practice());
        CallResult result = call(Callers.demo());

        AgentLog.Truncation cut = agent.log().truncations().get(0);
        Double answeredAtMs = result.turns().get(1).firstAudibleAtMs();
        CallResult.BargeIn bargeIn = result.bargeIns().get(0);
        double heardMs = bargeIn.onsetAtMs() + number(bargeIn.silenceMs()) - number(answeredAtMs);
        assertThat(heardMs - cut.audioEndMs()).isBetween(0.0, 41.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {210, 505, 700, 1490})
    void theReportedTtfaIsTheAgentsOwnTruthCarriedThroughTheGrid(int dialMs) {
        FakeAgent agent =
                serve(AgentScript.practice().withEndpointingMs(dialMs - 10).withThinkMs(10));
        CallerScript script = new CallerScript().hear(3_000).quiet(700, 5_000);
        for (int i = 0; i < 5; i++) {
            script.say(Callers.voice("ask-address")).hear(5_000).quiet(700, 30_000);
        }
        CallResult result = call(script.hangUp().caller());

        LineGrid grid = new LineGrid(line.facts.of(Fact.Tick.class).get(0).atNs());
        List<AgentLog.Turn> truth = agent.log().turns();
        assertThat(truth).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(number(result.turns().get(i).ttfaMs())).isEqualTo(grid.ttfaMs(truth.get(i)));
        }
    }

    @Test
    void thePartsOfATurnAddUpToItsTtfa() {
        serve(AgentScript.practice());
        for (CallResult.Turn turn : call(Callers.demo()).turns()) {
            CallResult.Parts parts = turn.parts();
            double sum = number(parts.endpointingMs())
                    + number(parts.agentMs())
                    + number(parts.bridgeMs())
                    + number(parts.lineMs())
                    + number(parts.playoutMs())
                    + number(parts.leadingSilenceMs());
            assertThat(sum).isCloseTo(number(turn.ttfaMs()), within(0.1));
        }
    }

    @Test
    void withoutAnAgentTheCallerHearsAnApologyAndTheCallEnds() {
        line.serving(new BridgeRoutes(config(), sid -> new BridgeFacts("practice", line.facts)));
        CallResult result = call(Callers.demo());
        assertThat(result.findings())
                .extracting(CallResult.ReportedFinding::code)
                .contains("agent-unreachable");
        assertThat(result.call().endedBy()).isEqualTo("server");
        assertThat(result.turns()).isEmpty();
    }

    private FakeAgent serve(AgentScript script) {
        FakeAgent agent = new FakeAgent(FakeOpenAi.REALTIME, script, Set.of());
        agent.ready().join();
        line.net.serve("agent", agent);
        line.serving(new BridgeRoutes(config(), sid -> new BridgeFacts("practice", line.facts)));
        return agent;
    }

    private CallResult call(Caller caller) {
        line.call(CallPlan.to(ManualLine.VOICE).seeded(7), caller, LONG_ENOUGH);
        CallTimeline timeline = new CallTimeline("test", Spool.NONE);
        line.facts.all().forEach(timeline::add);
        return timeline.close(line.timers.nowNs());
    }

    private static BridgeConfig config() {
        BridgeConfig.Agent agent = new BridgeConfig.Agent(
                "practice", URI.create("ws://agent/v1/realtime"), "practice", OpenAi.REALTIME.defaults());
        return new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, agent);
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }
}
