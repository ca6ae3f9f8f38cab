package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.EchoControl;
import dev.sidetone.simulator.caller.MicrophoneCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.EchoCanceller;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole calls in manual time, of a person at a laptop whose microphone hears its speaker. */
class EchoCallTest {
    private static final List<String> QUESTIONS =
            List.of("ask-address", "ask-opening-hours", "book-a-table", "press-five", "thank-you-goodbye");

    /** The level of the two voices where they are audible. */
    private static final double AGENT_DBM0 = -18.3;

    private static final double PERSON_DBM0 = -20.1;

    private final ManualLine line = new ManualLine();
    private final FakeAgent agent = new FakeAgent(FakeOpenAi.REALTIME, AgentScript.practice(), Set.of());

    @ParameterizedTest
    @CsvSource({"-20, 60", "-10, 60", "-30, 60", "-20, 0", "-10, 150", "-20, 300"})
    void tenAnswersAreHeardToTheirEndThoughTheMicrophoneHearsThem(double leakDb, int delayMs) throws DeviceProblem {
        CallResult result = call(new LeakyRoom(tenQuestions(), 0, leakDb, delayMs, 3), EchoControl.suppressing());
        assertTenAnswersUndisturbed(result);
        assertThat(headphoneNotes()).hasSize(1);
    }

    @Test
    void aFanChangesNothing() throws DeviceProblem {
        CallResult result = call(new LeakyRoom(tenQuestions(), 0, -20, 60, 40), EchoControl.suppressing());
        assertTenAnswersUndisturbed(result);
    }

    @Test
    void aKeyboardChangesNothing() throws DeviceProblem {
        CallResult result =
                call(new LeakyRoom(tenQuestions(), 0, -20, 60, 3).withKeyboard(), EchoControl.suppressing());
        assertTenAnswersUndisturbed(result);
    }

    @Test
    void aMicrophoneThatNobodyGuardsCutsTheAgentOff() throws DeviceProblem {
        CallResult result = call(new LeakyRoom(tenQuestions(), 0, -20, 60, 3), null);
        assertThat(result.bargeIns()).isNotEmpty();
        assertThat(agent.log().truncations()).isNotEmpty();
    }

    @Test
    void echoCancellationLetsThemBeHeardToTheirEndToo() throws DeviceProblem {
        EchoControl guard = EchoControl.cancelling(EchoCanceller::open);
        CallResult result = call(new LeakyRoom(tenQuestions(), 0, -20, 60, 3), guard);
        assertTenAnswersUndisturbed(result);
        assertThat(headphoneNotes()).singleElement().asString().endsWith("the echo is cancelled.");
    }

    @Test
    void withHeadphonesNothingIsFoundAndNothingIsSaid() throws DeviceProblem {
        CallResult result = call(new LeakyRoom(tenQuestions(), 0, -200, 60, 3), EchoControl.suppressing());
        assertTenAnswersUndisturbed(result);
        assertThat(headphoneNotes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-20, 60", "-10, 60", "-20, 150", "-10, 0"})
    void aPersonSixDecibelsOverTheLeakInterrupts(double leakDb, int delayMs) throws DeviceProblem {
        LeakyRoom room = new LeakyRoom(interrupter(), leakDb + 6 + AGENT_DBM0 - PERSON_DBM0, leakDb, delayMs, 3);
        assertYieldsSoon(call(room, EchoControl.suppressing()));
    }

    @Test
    void soTheyDoThroughEchoCancellation() throws DeviceProblem {
        LeakyRoom room = new LeakyRoom(interrupter(), -14 + AGENT_DBM0 - PERSON_DBM0, -20, 60, 3);
        assertYieldsSoon(call(room, EchoControl.cancelling(EchoCanceller::open)));
    }

    private static void assertYieldsSoon(CallResult result) {
        assertThat(result.bargeIns()).hasSize(1);
        CallResult.BargeIn bargeIn = result.bargeIns().get(0);
        assertThat(bargeIn.yielded()).isTrue();
        assertThat(bargeIn.silenceMs()).isLessThanOrEqualTo(300);
    }

    private void assertTenAnswersUndisturbed(CallResult result) {
        assertThat(result.bargeIns()).isEmpty();
        assertThat(agent.log().truncations()).isEmpty();
        assertThat(result.turns()).hasSize(10).allMatch(turn -> turn.ttfaMs() != null);
    }

    private List<String> headphoneNotes() {
        return line.facts.of(Fact.Noted.class).stream()
                .map(Fact.Noted::text)
                .filter(text -> text.contains("use headphones"))
                .toList();
    }

    private static Caller tenQuestions() {
        CallerScript script = new CallerScript().hear(3_000).quiet(700, 5_000);
        for (int i = 0; i < 10; i++) {
            script.say(Callers.voice(QUESTIONS.get(i % QUESTIONS.size())))
                    .hear(5_000)
                    .quiet(700, 30_000);
        }
        return script.caller();
    }

    private static Caller interrupter() {
        CallerScript script = new CallerScript().hear(3_000).quiet(700, 5_000);
        script.say(Callers.voice("ask-opening-hours")).hear(5_000).quiet(700, 30_000);
        script.say(Callers.voice("book-a-table")).hearFor(1_200, 10_000).say(Callers.voice("interrupt-stop"));
        return script.hear(5_000).quiet(700, 30_000).caller();
    }

    /** @param guard null leaves the speaker unheard, and so the microphone as it is */
    private CallResult call(LeakyRoom room, @Nullable EchoControl guard) throws DeviceProblem {
        agent.ready().join();
        line.net.serve("agent", agent);
        line.serving(new BridgeRoutes(config(), sid -> new BridgeFacts("practice", line.facts)));
        Caller nobody = new CallerScript().caller();
        MicrophoneCaller caller = guard == null
                ? MicrophoneCaller.open(room, null, null, nobody, EchoControl.suppressing())
                : MicrophoneCaller.open(guard.tapped(room), null, null, nobody, guard);
        CallPlan plan = CallPlan.to(ManualLine.VOICE).seeded(7).lasting(Duration.ofSeconds(100));
        line.call(plan, caller, Duration.ofSeconds(110));
        CallTimeline timeline = new CallTimeline("test", Spool.NONE);
        line.facts.all().forEach(timeline::add);
        return timeline.close(line.timers.nowNs());
    }

    private static BridgeConfig config() {
        BridgeConfig.Agent practice = new BridgeConfig.Agent(
                "practice", URI.create("ws://agent/v1/realtime"), "practice", OpenAi.REALTIME.defaults());
        return new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, practice);
    }
}
