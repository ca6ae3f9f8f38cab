package dev.sidetone.simulator.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.timeline.CallResult.Depth;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Marks;
import dev.sidetone.simulator.timeline.CallResult.Playout;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersTest {
    @Test
    void theGreetingIsMeasuredApartFromTurns() {
        CallResult result = FakeCall.placed()
                .at(80.2)
                .agentSendsSilence(30)
                .agentSends(400)
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(300)
                .hangsUpAt(3000);

        assertThat(result.greeting()).isEqualTo(new Greeting(80.2, 130.0));
        assertThat(result.turns()).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                .isEqualTo(520));
    }

    @Test
    void anAgentThatOnlyAnswersHasNoGreeting() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(300)
                .hangsUpAt(3000);

        assertThat(result.greeting()).isEqualTo(new Greeting(null, null));
    }

    @Test
    void aRingBackToneIsNoGreeting() {
        CallTimeline timeline = new CallTimeline("test", Spool.NONE);
        FakeCall call = FakeCall.into(timeline);
        timeline.add(new Fact.AgentBusy(FakeCall.ns(60)));
        call.at(80.2).agentSends(400);
        timeline.add(new Fact.AgentReady(FakeCall.ns(1_500), "practice"));
        CallResult result = call.at(1_600.2).agentSends(400).hangsUpAt(3000);

        assertThat(result.greeting()).isEqualTo(new Greeting(1_600.2, 1_620.0));
    }

    @Test
    void silenceThatIsStreamedFromTheStartIsNoGreetingThatIsHeard() {
        FakeCall call = FakeCall.placed();
        for (int ms = 50; ms < 2000; ms += 20) {
            call.at(ms).agentSendsSilence(20);
        }
        CallResult result =
                call.at(1000).callerSpeaks(500).at(2010).agentSends(300).hangsUpAt(3000);

        assertThat(result.greeting()).isEqualTo(new Greeting(50.0, null));
        assertThat(result.turns()).extracting(CallResult.Turn::ttfaMs).containsExactly(520.0);
    }

    @Test
    void theCallIsToldWithWhoEndedItAndWhen() {
        CallResult result = FakeCall.placed().hangsUpAt(1420.5);

        assertThat(result.call().durationMs()).isEqualTo(1420.5);
        assertThat(result.call().endedBy()).isEqualTo("caller");
        assertThat(result.call().startedAt()).isEqualTo(FakeCall.STARTED_AT);
        assertThat(result.setup()).isEqualTo(new CallResult.Setup(12.1, 3.2));
    }

    @Test
    void keysMarksAndClearsAreCounted() {
        CallResult result = FakeCall.placed()
                .at(500)
                .serverMarks("m1")
                .serverMarks("m2")
                .at(520)
                .markReturns("m1", true)
                .at(540)
                .serverClears()
                .markReturns("m2", false)
                .at(1100)
                .callerPresses('5')
                .hangsUpAt(2000);

        assertThat(result.marks()).isEqualTo(new Marks(2, 1, 1));
        assertThat(result.clears()).isEqualTo(1);
        assertThat(result.dtmf()).containsExactly(new CallResult.Key("5", 1100));
    }

    @Test
    void aFindingKeepsItsFrameAndItsTime() {
        Finding finding = StreamCode.INVALID_MESSAGE
                .found("An unknown message.", "Send media, mark or clear.")
                .inMessage(12);
        CallResult result = FakeCall.placed().at(950).found(finding).hangsUpAt(2000);

        assertThat(result.findings())
                .containsExactly(new CallResult.ReportedFinding(
                        "31951", Severity.WARNING, "An unknown message.", 12L, 950.0, "Send media, mark or clear."));
    }

    @Test
    void theQueueIsDeepestWhenABurstHasArrived() {
        CallResult result = FakeCall.placed()
                .at(1001)
                .agentSends(1000)
                .at(1101)
                .agentSends(1000)
                .at(1501)
                .agentSends(1000)
                .hangsUpAt(6000);

        // Five frames are taken from 1020 to 1100, twenty more until 1500.
        assertThat(requireNonNull(result.playout()).maxDepthMs()).isEqualTo(2500);
        assertThat(requireNonNull(result.playout()).burstFactor()).isEqualTo(6.0);
        assertThat(requireNonNull(result.playout()).underruns()).isZero();
    }

    @Test
    void aQueueThatRunsDryForAMomentIsAnUnderrunAndOneThatHasEndedIsNot() {
        CallResult result = FakeCall.placed()
                .at(1001)
                .agentSends(100)
                .at(1201)
                .agentSends(100)
                .at(1321)
                .agentSends(95)
                .at(1421)
                .agentSends(100)
                .at(2501)
                .agentSends(100)
                .hangsUpAt(4000);

        // Dry 1120 to 1220; not from 1320 to 1340, which is one frame: that is one too; 1435 to 1440 is too short; 1540
        // to 2520 is an end.
        assertThat(requireNonNull(result.playout()).underruns()).isEqualTo(2);
    }

    @Test
    void silenceMadeByAClearIsNoUnderrun() {
        CallResult result = FakeCall.placed()
                .at(1001)
                .agentSends(1000)
                .at(1201)
                .serverClears()
                .at(1301)
                .agentSends(100)
                .hangsUpAt(3000);

        List<Integer> depthMs = List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 910, 810, 100, 10);
        assertThat(result.playout()).isEqualTo(new Playout(1000.0, 0, null, null, new Depth(0, 100, depthMs)));
    }

    @Test
    void theDepthOverTimeIsTheDeepestInEachStepAndTheStepsGrowWithTheCall() {
        FakeCall call = FakeCall.placed();
        for (int second = 1; second < 60; second += 4) {
            call.at(second * 1000).agentSends(2000);
        }
        Depth depth =
                requireNonNull(requireNonNull(call.hangsUpAt(60_000).playout()).depth());

        assertThat(depth.everyMs()).isEqualTo(400);
        assertThat(depth.maxMs()).hasSizeLessThanOrEqualTo(DepthMeter.MOST_STEPS);
        for (int second = 1; second < 60; second += 4) {
            int step = second * 1000 / 400;
            assertThat(depth.maxMs().get(step)).as("at %d s", second).isEqualTo(2000);
            assertThat(depth.maxMs().get(step - 1)).as("before %d s", second).isZero();
        }
    }

    @Test
    void theJitterOfPacedAudioIsThatOfRfc3550() {
        // Each chunk of 20 ms comes 5 ms too late or back in time, by turns: differences of 5 ms, all of them.
        FakeCall call = FakeCall.placed();
        for (int i = 0; i < 200; i++) {
            call.at(1000 + 20 * i + (i % 2 == 0 ? 0 : 5)).agentSends(20);
        }

        assertThat(requireNonNull(call.hangsUpAt(7_000).playout()).jitterMs()).isCloseTo(5, within(0.01));
    }

    @Test
    void pacedAudioThatComesOnTimeHasNoJitterAndABurstHasNoneThatMeansAnything() {
        FakeCall paced = FakeCall.placed();
        FakeCall sentAhead = FakeCall.placed();
        for (int i = 0; i < 200; i++) {
            paced.at(1000 + 20 * i).agentSends(20);
            sentAhead.at(1000 + 4 * i).agentSends(20);
        }

        assertThat(requireNonNull(paced.hangsUpAt(7_000).playout()).jitterMs()).isEqualTo(0.0);
        assertThat(requireNonNull(sentAhead.hangsUpAt(7_000).playout()).jitterMs())
                .isNull();
    }

    @Test
    void theJitterIsThatOfTheWorstAnswerAndPausesBetweenAnswersAreNone() {
        FakeCall call = FakeCall.placed();
        for (int i = 0; i < 100; i++) {
            call.at(1000 + 20 * i + (i % 2 == 0 ? 0 : 8)).agentSends(20);
            call.at(6000 + 20 * i).agentSends(20);
        }

        assertThat(requireNonNull(call.hangsUpAt(9_000).playout()).jitterMs()).isCloseTo(8, within(0.05));
    }

    @Test
    void theLineTellsHowLateItWasItself() {
        CallResult result = FakeCall.placed()
                .at(1000)
                .agentSends(500)
                .at(1500)
                .ticksAreGivenUp(3)
                .hangsUpAt(2000);

        assertThat(requireNonNull(result.line()).framesSent()).isEqualTo(97);
        assertThat(requireNonNull(result.line()).framesHeard()).isEqualTo(25);
        assertThat(requireNonNull(result.line()).latenessP50Ms()).isEqualTo(0.1);
        assertThat(requireNonNull(result.line()).latenessP99Ms()).isEqualTo(0.1);
        assertThat(requireNonNull(result.line()).clockCorrections()).isEqualTo(3);
    }

    @Test
    void aCallThatNeverCameAboutKnowsNothing() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        timeline.add(new Fact.CallEnded(5, EndedBy.SERVER, "the webhook could not be reached"));

        CallResult result = timeline.close(6);

        assertThat(result.call().durationMs()).isNull();
        assertThat(result.call().streamSid()).isNull();
        assertThat(result.call().endedBy()).isEqualTo("server");
        assertThat(result.setup()).isEqualTo(new CallResult.Setup(null, null));
        assertThat(requireNonNull(result.line()).latenessP50Ms()).isNull();
        assertThat(requireNonNull(result.playout()).burstFactor()).isNull();
    }
}
