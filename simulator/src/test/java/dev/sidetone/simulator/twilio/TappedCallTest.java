package dev.sidetone.simulator.twilio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.tools.HttpToolClient;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.live.call.BridgeMonitor;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.sound.SoundReader;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call measured twice in manual time: at the ear by the line that plays Twilio, and at the bridge by its tap. */
class TappedCallTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    /** The two grids are a message's way apart, so a sound may fall into the next tick of one and not of the other. */
    private static final double TICK_MS = 20.5;

    private final ManualLine line = new ManualLine();
    private Spool spool = Spool.NONE;
    private final List<Fact> atBridge = new ArrayList<>();
    private final BridgeMonitor calls = BridgeMonitor.inManualTime(
            line.timers, TappedCallTest::agent, callSid -> spool, call -> call.listen(atBridge::add));

    @Test
    void earAndBridgeAgreeOnEveryTurnOfTheDemoCall() {
        serve(AgentScript.practice());
        CallResult ear = call(Callers.demo(), CallPlan.to(ManualLine.VOICE).seeded(7));
        CallResult bridge = bridged().result();

        assertThat(bridge.turns()).hasSameSizeAs(ear.turns()).allMatch(CallResult.Turn::judged);
        for (int i = 0; i < ear.turns().size(); i++) {
            assertThat(number(bridge.turns().get(i).ttfaMs()))
                    .as("turn %d", i + 1)
                    .isCloseTo(number(ear.turns().get(i).ttfaMs()), within(TICK_MS + 10));
        }
        assertThat(number(bridge.greeting().firstAudibleAtMs()))
                .isCloseTo(number(ear.greeting().firstAudibleAtMs()), within(TICK_MS));
        assertThat(bridge.findings()).isEmpty();
        assertThat(bridge.call().measured()).isEqualTo("bridge");
        assertThat(ear.call().measured()).isEqualTo("ear");
    }

    @Test
    void earAndBridgeAgreeOnTheBargeInTheKeysTheClearsAndTheMarks() {
        serve(AgentScript.practice());
        CallResult ear = call(Callers.demo(), CallPlan.to(ManualLine.VOICE).seeded(7));
        CallResult bridge = bridged().result();

        CallResult.BargeIn heard = ear.bargeIns().get(0);
        CallResult.BargeIn sent = bridge.bargeIns().get(0);
        assertThat(bridge.bargeIns()).hasSameSizeAs(ear.bargeIns());
        assertThat(sent.yielded()).isTrue();
        assertThat(number(sent.silenceMs())).isCloseTo(number(heard.silenceMs()), within(TICK_MS + 10));
        assertThat(number(sent.clearMs())).isCloseTo(number(heard.clearMs()), within(TICK_MS));
        assertThat(number(sent.discardedMs())).isCloseTo(number(heard.discardedMs()), within(TICK_MS));
        assertThat(bridge.dtmf()).extracting(CallResult.Key::digit).containsExactly("5");
        assertThat(bridge.dtmf().get(0).atMs()).isCloseTo(ear.dtmf().get(0).atMs(), within(1.0));
        assertThat(bridge.clears()).isEqualTo(ear.clears());
        assertThat(bridge.marks()).isEqualTo(ear.marks());
        assertThat(requireNonNull(bridge.line()).framesSent())
                .isEqualTo(requireNonNull(ear.line()).framesSent());
        assertThat(bridge.call().endedBy()).isEqualTo(ear.call().endedBy()).isEqualTo("caller");
        assertThat(number(bridge.call().durationMs()))
                .isCloseTo(number(ear.call().durationMs()), within(TICK_MS));
    }

    @Test
    void marksTellWhenTwilioPlayedTheFirstPieceOfEachAnswerAndTheLast() {
        serve(AgentScript.practice());
        call(Callers.demo(), CallPlan.to(ManualLine.VOICE).seeded(7));
        List<CallResult.Played> played = bridged().result().played();

        assertThat(played).hasSizeGreaterThanOrEqualTo(5);
        assertThat(played).filteredOn(CallResult.Played::cut).hasSize(1);
        assertThat(played).allSatisfy(answer -> {
            assertThat(number(answer.playoutMs())).isBetween(0.0, 40.5);
            assertThat(number(answer.lastAtMs())).isGreaterThanOrEqualTo(number(answer.firstAtMs()));
        });
    }

    @Test
    void ofSetUpAndLineABridgeKnowsNothing() {
        serve(AgentScript.practice());
        call(Callers.demo(), CallPlan.to(ManualLine.VOICE).seeded(7));
        CallResult bridge = bridged().result();

        assertThat(bridge.setup()).isEqualTo(new CallResult.Setup(null, null));
        assertThat(bridge.turns()).allSatisfy(turn -> {
            CallResult.Parts parts = turn.parts();
            assertThat(parts.lineMs()).isNull();
            assertThat(number(parts.endpointingMs())
                            + number(parts.agentMs())
                            + number(parts.bridgeMs())
                            + number(parts.playoutMs())
                            + number(parts.leadingSilenceMs()))
                    .isCloseTo(number(turn.ttfaMs()), within(0.1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jitter=40ms", "burst=200ms"})
    void whatIsLateOnTheWayMovesNoneOfTheCallersTimes(String fault) throws InjectedFault.Unreadable {
        serve(AgentScript.practice().withEndpointingMs(500).withThinkMs(200));
        CallerScript script = new CallerScript().hear(3_000).quiet(700, 5_000);
        for (int i = 0; i < 4; i++) {
            script.say(Callers.voice("ask-address")).hear(5_000).quiet(700, 30_000);
        }
        CallPlan plan = CallPlan.to(ManualLine.VOICE).seeded(7).withFaults(LineFaults.parse(fault));
        CallResult ear = call(script.hangUp().caller(), plan);
        CallResult bridge = bridged().result();

        assertThat(bridge.turns()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            double sinceStartMs =
                    bridge.turns().get(i).callerEndAtMs() - ear.turns().get(i).callerEndAtMs();
            assertThat(sinceStartMs).as("caller's end of turn %d", i + 1).isBetween(-25.0, 25.0);
        }
    }

    @Test
    void aRecordingOpensWhileTheCallGoesOnAndSaysWhatItHolds(@TempDir Path parent) throws IOException {
        spool = CallFolder.keptIn(parent, "test");
        serve(AgentScript.practice());
        line.call(CallPlan.to(ManualLine.VOICE).seeded(7), Callers.demo(), Duration.ZERO);
        passPumping(9_000);
        Path folder = parent.resolve(Objects.requireNonNull(parent.toFile().list())[0]);

        Recording open = Recording.open(folder);
        assertThat(open.result().call().measured()).isEqualTo("bridge");
        assertThat(open.result().turns()).isNotEmpty();
        assertThat(open.callerMulaw().length).isBetween(7 * 8_000, 9 * 8_000);
        assertThat(Files.readString(folder.resolve("events.jsonl")))
                .startsWith("{\"recording\":1,")
                .contains("\"right\":\"sent\"");
        byte[] wav = Files.readAllBytes(folder.resolve("call.wav"));
        assertThat(new String(wav, 0, 200, StandardCharsets.ISO_8859_1))
                .contains("ICMT")
                .contains("right what was sent");
        assertThat(SoundReader.read(folder.resolve("call.wav"))).isNotNull();

        passPumping(60_000);
        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"measured\" : \"bridge\"");
        assertThat(ResultJson.write(Recording.open(folder).result()))
                .isEqualTo(ResultJson.write(bridged().result()));
    }

    @Test
    void theCallIsListedFromItsFirstRingUntilItIsOver() {
        serve(AgentScript.practice());
        line.call(CallPlan.to(ManualLine.VOICE).seeded(7), Callers.demo(), Duration.ofMillis(1));
        assertThat(bridged().status()).isEqualTo("ringing");
        assertThat(bridged().from()).isEqualTo("+15550100");
        assertThat(bridged().isOver()).isFalse();

        passPumping(2_000);
        assertThat(bridged().status()).isEqualTo("in-progress");
        assertThat(number(bridged().elapsedMs())).isBetween(1_500.0, 2_100.0);
        assertThat(Objects.requireNonNull(bridged().nextEventLine()).text()).contains("+15550100");

        passPumping(60_000);
        assertThat(bridged().status()).isEqualTo("completed");
        assertThat(bridged().isOver()).isTrue();
    }

    private void serve(AgentScript script) {
        FakeAgent agent = new FakeAgent(FakeOpenAi.REALTIME, script, Set.of());
        agent.ready().join();
        line.net.serve("agent", agent);
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, agent());
        line.serving(new BridgeRoutes(config, calls, CallControl.none(), new HttpToolClient()));
    }

    /** The call's numbers at the ear, where nothing is known of the agent's side. */
    private CallResult call(Caller caller, CallPlan plan) {
        line.call(plan, caller, Duration.ZERO);
        passPumping(LONG_ENOUGH.toMillis());
        CallTimeline timeline = new CallTimeline("test", Spool.NONE);
        line.facts.all().forEach(timeline::add);
        return timeline.close(line.timers.nowNs());
    }

    private void passPumping(long ms) {
        for (long i = 0; i < ms; i += 20) {
            line.pass(Duration.ofMillis(20));
            calls.pump(line.timers.nowNs());
        }
    }

    private MonitoredCall bridged() {
        assertThat(calls.calls()).hasSize(1);
        return calls.calls().get(0);
    }

    private static BridgeConfig.Agent agent() {
        return new BridgeConfig.Agent(
                "practice", URI.create("ws://agent/v1/realtime"), "practice", OpenAi.REALTIME.defaults());
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }
}
