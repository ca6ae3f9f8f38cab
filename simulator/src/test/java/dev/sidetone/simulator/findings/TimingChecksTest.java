package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingChecksTest {
    @ParameterizedTest
    @CsvSource({"900,", "1200,late-greeting"})
    void aGreetingLaterThanASecondIsNamed(double atMs, String code) {
        CallResult call = placed().at(atMs).agentSends(1_000).hangsUpAt(4_000);
        assertThat(codes(call)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"300, 1250, true", "300, 1400, false", "3, 1250, false"})
    void aMachineThatStoodStillDoesNotMakeAGreetingLate(double stoodMs, double atMs, boolean excused) {
        CallResult call =
                placed().at(400).lineStalls(stoodMs).at(atMs).agentSends(1_000).hangsUpAt(4_000);
        assertThat(codes(call)).isEqualTo(excused ? List.of() : List.of("late-greeting"));
    }

    @Test
    void aGreetingThatTheDialledFaultHeldUpIsNotLate() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall());
        timeline.add(new Fact.FaultBegan(FakeCall.ns(100), "stall=1s"));
        timeline.add(new Fact.FaultEnded(FakeCall.ns(1_100), "stall=1s"));
        CallResult call = FakeCall.into(timeline).at(1_300).agentSends(1_000).hangsUpAt(4_000);
        assertThat(codes(call)).doesNotContain("late-greeting");
    }

    @Test
    void atTheBridgeItIsSaidOfWhatWasSent() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, Checks.forLiveCall());
        CallResult call = FakeCall.into(timeline)
                .atBridge()
                .at(1_300)
                .agentSends(10_000)
                .at(4_000)
                .callerSpeaks(1_200)
                .hangsUpAt(9_000);
        assertThat(call.findings())
                .extracting(CallResult.ReportedFinding::what)
                .noneMatch(what -> what.contains("heard"));
        assertThat(codes(call)).contains("late-greeting", "no-clear-on-barge-in");
    }

    @ParameterizedTest
    @CsvSource({"700,,", "1200,late-answer,info", "1700,late-answer,warning"})
    void anAnswerIsMeasuredByTwiliosTargetAndLimit(double ttfaMs, String code, String severity) {
        CallResult call = placed().at(100)
                .agentSends(500)
                .at(1_000)
                .callerSpeaks(1_000)
                .at(2_000 + ttfaMs)
                .agentSends(1_000)
                .hangsUpAt(8_000);
        assertThat(codes(call)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(call.findings())
                .allSatisfy(found -> assertThat(found.severity().word()).isEqualTo(severity));
    }

    @Test
    void anAnswerIsNotCalledLateWhereTheLineKeptTheCallerFromTheServer() {
        CallResult call = turnOf(2_700, "stall=2s", 1_500, 3_500);
        assertThat(call.turns().get(0).ttfaMs()).isCloseTo(2_700, within(30.0));
        assertThat(codes(call)).doesNotContain("late-answer");
        assertThat(codes(turnOf(2_700, "noise=20dB", 1_500, 3_500))).contains("late-answer");
        assertThat(codes(turnOf(2_700, "stall=2s", 100, 900))).contains("late-answer");
    }

    @ParameterizedTest
    @CsvSource({"3100,3000,", "5500,3000,slow-webhook", "2500,0,slow-webhook"})
    void aWebhookIsNotCalledSlowForWhatTheLineHeldItUp(long tookMs, long heldMs, String code) {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall());
        timeline.add(new Fact.FaultBegan(0, "webhook-slow=3s"));
        timeline.add(new Fact.FaultEnded(heldMs * 1_000_000, "webhook-slow=3s"));
        timeline.add(new Fact.WebhookAnswered(tookMs * 1_000_000, tookMs * 1_000_000, 200));
        assertThat(codes(timeline.close(tookMs * 1_000_000))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    /** A turn from 1000 to 2000 ms on a line with a fault. */
    private static CallResult turnOf(double ttfaMs, String fault, double faultFromMs, double faultToMs) {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall());
        timeline.add(new Fact.FaultBegan(FakeCall.ns(faultFromMs), fault));
        timeline.add(new Fact.FaultEnded(FakeCall.ns(faultToMs), fault));
        return FakeCall.into(timeline)
                .at(1_000)
                .callerSpeaks(1_000)
                .at(2_000 + ttfaMs)
                .agentSends(1_000)
                .hangsUpAt(8_000);
    }

    @Test
    void anAnswerThatCouldNotBeJudgedIsNotCalledLate() {
        CallResult call = placed().at(1_000)
                .callerSpeaks(1_000)
                .at(2_500)
                .lineStalls(30)
                .at(3_700)
                .agentSends(1_000)
                .hangsUpAt(8_000);
        assertThat(call.turns().get(0).judged()).isFalse();
        assertThat(codes(call)).doesNotContain("late-answer");
    }

    @ParameterizedTest
    @CsvSource({"5,", "45,slow-relay"})
    void aBridgeThatHoldsAudioBackIsNamed(double heldMs, String code) {
        CallResult call = placed().at(1_000)
                .callerSpeaks(1_000)
                .at(2_400)
                .agentHearsEnd()
                .at(2_500)
                .answerBegins("a1")
                .at(2_500 + heldMs)
                .answerRelayed("a1")
                .at(2_501 + heldMs)
                .agentSends(1_000)
                .hangsUpAt(8_000);
        assertThat(codes(call)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({"1500,", "2500,slow-webhook"})
    void aWebhookThatTakesSecondsIsNamed(long tookMs, String code) {
        List<Fact> facts = new ArrayList<>();
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, new Checks(List.of(new SlowWebhook())));
        timeline.listen(facts::add);
        timeline.add(new Fact.WebhookAnswered(0, tookMs * 1_000_000, 200));
        timeline.close(1);
        assertThat(facts.stream().filter(Fact.Found.class::isInstance).map(fact -> ((Fact.Found) fact).code()))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void holesInTheMiddleOfWordsAreNamed() {
        FakeCall call = placed().at(100);
        for (int i = 0; i < 6; i++) {
            call.at(100 + i * 300).agentSends(200);
        }
        assertThat(codes(call.hangsUpAt(4_000))).containsExactly("choppy");
    }

    @Test
    void pausesBetweenSentencesAreNoHoles() {
        FakeCall call = placed().at(100);
        for (int i = 0; i < 6; i++) {
            call.at(100 + i * 500).agentSends(200).agentSendsSilence(100);
        }
        assertThat(codes(call.hangsUpAt(5_000))).isEmpty();
    }

    @Test
    void aServerThatLeavesTheCallerInSilenceIsNamed() {
        CallResult call =
                placed().at(100).agentSends(500).at(2_000).serverCloses().hangsUpAt(6_000);
        assertThat(codes(call)).containsExactly("server-closed-early");
    }

    @Test
    void aCallerWhoIsBeingPutThroughIsNotLeftAlone() {
        CallResult call = placed().at(100)
                .agentSends(500)
                .at(2_000)
                .serverCloses()
                .dialBegins()
                .hangsUpAt(8_000);
        assertThat(codes(call)).isEmpty();
    }

    @Test
    void silenceAfterSomebodyCouldNotBeReachedIsNamed() {
        CallResult call = placed().at(100)
                .agentSends(500)
                .at(2_000)
                .serverCloses()
                .dialBegins()
                .at(6_000)
                .dialEnds()
                .hangsUpAt(9_500);
        assertThat(codes(call)).containsExactly("server-closed-early");
    }

    @Test
    void aServerMayCloseWhenTheCallEndsSoonAfter() {
        CallResult call =
                placed().at(100).agentSends(500).at(2_000).serverCloses().hangsUpAt(4_500);
        assertThat(codes(call)).isEmpty();
    }
}
