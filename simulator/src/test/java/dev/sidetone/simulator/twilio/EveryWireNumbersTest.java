package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of one call on every wire, in manual time: a question, a probe into its answer, an interruption. */
class EveryWireNumbersTest {
    private static final AgentVoice VOICE = new AgentVoice();

    private final ManualLine line = new ManualLine();

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theKnownPartsOfEveryTurnAddUpToItsTtfa(FakeService wire) {
        List<CallResult.Turn> timed = call(wire).turns().stream()
                .filter(turn -> turn.ttfaMs() != null)
                .toList();

        assertThat(timed).hasSizeGreaterThanOrEqualTo(2).allSatisfy(turn -> {
            CallResult.Parts parts = turn.parts();
            assertThat(known(parts).mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(Objects.requireNonNull(turn.ttfaMs()), within(0.1));
            assertThat(Stream.of(
                            parts.agentMs(),
                            parts.bridgeMs(),
                            parts.lineMs(),
                            parts.playoutMs(),
                            parts.leadingSilenceMs()))
                    .doesNotContainNull();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void anAgentThatListensToLoudnessStopsForAnMmHmmAndNobodyBlamesTheServer(FakeService wire) {
        CallResult call = call(wire);

        assertThat(call.probes()).singleElement().satisfies(probe -> {
            assertThat(probe.kind()).isEqualTo("backchannel");
            assertThat(probe.whileAgentSpoke()).isTrue();
            assertThat(probe.yielded()).isTrue();
            assertThat(probe.right()).isFalse();
        });
        assertThat(call.turns()).hasSize(3);
        assertThat(call.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void anInterruptionIsYieldedToAndMarksTheTurnWhoseAnswerItCut(FakeService wire) {
        CallResult call = call(wire);

        assertThat(call.bargeIns()).singleElement().satisfies(bargeIn -> {
            assertThat(bargeIn.yielded()).isTrue();
            assertThat(bargeIn.silenceMs()).isLessThan(500);
        });
        assertThat(call.turns()).extracting(CallResult.Turn::interrupted).containsExactly(false, true, false);
    }

    private static Stream<Double> known(CallResult.Parts parts) {
        return Stream.of(
                        parts.endpointingMs(),
                        parts.agentMs(),
                        parts.bridgeMs(),
                        parts.lineMs(),
                        parts.playoutMs(),
                        parts.leadingSilenceMs())
                .filter(Objects::nonNull);
    }

    private CallResult call(FakeService wire) {
        FakeAgent agent = new FakeAgent(wire, AgentScript.practice(), Set.of(), VOICE, line.net.calendar());
        agent.ready().join();
        line.net.serve("agent", agent);
        BridgeConfig.Agent target = new BridgeConfig.Agent(
                "fake",
                wire.original(),
                URI.create("ws://agent" + agent.path()),
                "practice",
                wire.original().defaults());
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, target);
        line.serving(new BridgeRoutes(config, sid -> new BridgeFacts("fake", line.facts)));
        CallerScript script = new CallerScript().hear(3_000).quiet(700, 5_000);
        script.say(Callers.voice("ask-address")).hearFor(600, 10_000).say(Callers.voice("mm-hmm"));
        script.hear(10_000).quiet(700, 30_000);
        script.say(Callers.voice("book-a-table")).hearFor(800, 10_000).say(Callers.voice("interrupt-stop"));
        script.hear(10_000).quiet(700, 30_000);
        line.call(CallPlan.to(ManualLine.VOICE).seeded(7), script.hangUp().caller(), Duration.ofSeconds(90));
        CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());
        line.facts.all().forEach(timeline::add);
        return timeline.close(line.timers.nowNs());
    }
}
