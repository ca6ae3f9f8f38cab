package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallReportTest {
    private static final int COLUMNS = 100;

    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);

    @Test
    void aCallReadsAsWhatItsCallerWaitedFor() {
        assertThat(text(SampleCalls.demo(timeline).hangsUpAt(14020)))
                .isEqualTo(
                        """

                        Call CA00000000000000000000000000000001 · 14.0 s · ended by caller

                        TTFA  time to first audio: end of the caller's speech → agent audible
                              heard at the caller's ear; a simulated call has no phone network legs
                              good to 800 ms · Twilio's target 1115 ms · Twilio's limit 1400 ms

                          turn  caller spoke                TTFA  = endpoint    agent   bridge     line  playout  silence
                             1  00:03.0 – 00:04.2       720.0 ms       509.1    151.2      0.4      0.3     19.0     40.0
                             2  00:06.0 – 00:06.8      1140.0 ms       510.0    612.4      0.5      0.3     16.8      0.0
                          p50 720 ms · p95 withheld below 20 · n=2
                          the caller spoke over the answer to turn 1
                          endpoint: the agent notices the end · agent: until its first audio · bridge, line: on the way
                          playout: wait for the next 20 ms tick · silence: quiet start of the answer

                        Set-up    webhook answered in 12.1 ms · stream opened in 3.2 ms
                        Greeting  audible 100.0 ms after the stream began
                        Barge-in  onset 00:06.0 → clear 64.0 ms → silence 80.0 ms · 2840 ms discarded · yielded
                        Keys      5 at 00:11.0
                        Playout   queue up to 3.9 s deep · 0 under-runs · sent up to 40.4 times as fast as it plays
                        Line      701 frames sent, 180 heard · reliable
                        Judged    2 of 2 turns · lateness p50 0.1 ms, p99 0.1 ms, at most 0.1 ms
                        Findings  none
                        """);
    }

    @Test
    void whatTheAgentDidAtProbesIsToldOneByOneAndInAll() {
        assertThat(text(SampleCalls.probed(timeline).hangsUpAt(20_000)))
                .contains(
                        """
                        Probe     backchannel at 00:03.0 while the agent spoke: it talked on
                        Probe     side-talk at 00:05.0 while the agent spoke: it stopped within 1 s
                        Probe     vocal-tic at 00:09.0 while the agent was silent: it answered within 2 s
                        Probe     noise at 00:14.0 while the agent was silent: it stayed silent
                        Probe     backchannel at 00:17.0 while the agent was silent: perhaps an answer, not judged
                        Rates     ignored backchannel 1 of 1 · vocal-tic 0 of 1 · side-talk 0 of 1 · noise 1 of 1
                                  a rate from 10 events on
                        """)
                .doesNotContain("Barge-in");
    }

    @Test
    void anAnswerAfterAFillerIsToldApartFromIt() {
        assertThat(text(FakeCall.into(timeline)
                        .at(1000)
                        .callerSpeaks(500)
                        .at(2010)
                        .agentSends(300)
                        .at(4000)
                        .toolAnswers("book_table")
                        .at(4500)
                        .agentSends(500)
                        .hangsUpAt(6000)))
                .contains(
                        """
                             1  00:01.0 – 00:01.5       520.0 ms        10.0      0.0
                                answer after filler    3000.0 ms
                        """);
    }

    @Test
    void aTransferIsPartOfTheReport() {
        assertThat(text(FakeCall.into(timeline)
                        .at(1000)
                        .serverCloses()
                        .dialBegins()
                        .hangsUpAt(3000)))
                .contains("The caller said nothing while a stream was open, so there is nothing to time.")
                .contains("\nTransfer  to +15550123 at 00:01.0 · nobody picked up\n");
    }

    @Test
    void whatCouldNotBeMeasuredIsSaidInWords() {
        assertThat(text(SampleCalls.troubled(timeline).hangsUpAt(16000)))
                .contains(
                        """
                          turn  caller spoke                TTFA  =  playout  silence
                             1  00:00.5 – 00:01.5      1220.0 ms        15.0      0.0  *
                             2  00:04.0 – 00:04.7              –   overlapped: the old answer ran on
                             3  00:10.0 – 00:11.0              –   early: the agent began before the caller had finished
                             4  00:14.0 – 00:14.5              –   no answer
                          p50 – · p95 withheld below 20 · n=0
                          * not judged, not counted: this machine was more than 5 ms late on the way
                          the caller spoke over the answer to turn 1

                        Set-up    webhook answered in 12.1 ms · stream opened in 3.2 ms
                        Greeting  none heard
                        Barge-in  onset 00:04.0 → clear none → silence none · did not yield in 2 s
                        Playout   queue up to 6.0 s deep · 0 under-runs
                        Line      800 frames sent, 350 heard · not reliable
                                  fewer than 95 % of the turns could be judged: this machine was too busy
                        Judged    3 of 4 turns · lateness p50 0.1 ms, p99 0.1 ms, at most 12.1 ms
                        Findings  1
                          warning 31951 at 00:04.9, message 12
                            The server sent a message that Twilio does not know: event "speech", which Twilio
                            answers by ignoring it and by a warning in its debugger.
                            Cure: Send only media, mark and clear on a bidirectional stream.
                        """);
    }

    @Test
    void noLineIsWiderThanATerminal() {
        String demo = text(SampleCalls.demo(timeline).hangsUpAt(14020));
        String troubled =
                text(SampleCalls.troubled(new CallTimeline("0.1.0", Spool.NONE)).hangsUpAt(16000));

        assertThat((demo + troubled).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    }

    @Test
    void aCallThatNeverCameAboutHasNoNumbersAndNoZeros() {
        timeline.add(new Fact.CallEnded(5, EndedBy.SERVER, "the webhook could not be reached"));

        assertThat(text(timeline.close(6)))
                .contains(
                        "webhook answered in – · stream opened in –", "The caller said nothing", "Greeting  none heard")
                .contains("Line      0 frames sent, 0 heard · reliable");
    }

    @Test
    void aPercentileOfTwentyTurnsIsShown() {
        FakeCall call = FakeCall.into(timeline);
        for (int turn = 0; turn < 20; turn++) {
            call.at(1000 + 2000 * turn).callerSpeaks(400);
            call.at(1905 + 2000 * turn).agentSends(300);
        }

        assertThat(text(call.hangsUpAt(42000))).contains("p50 520 ms · p95 520 ms · n=20");
    }

    @Test
    void theBandsHaveColoursUnlessNobodyWantsThem() {
        CallResult result = SampleCalls.demo(timeline).hangsUpAt(14020);

        assertThat(new CallReport(true).text(result))
                .contains("\u001b[32m     720.0 ms\u001b[0m")
                .contains("\u001b[38;5;208m    1140.0 ms\u001b[0m")
                .contains("silence \u001b[32m80.0 ms\u001b[0m");
        assertThat(text(result)).doesNotContain("\u001b");
    }

    @Test
    void theBandsAreThoseOfTheField() {
        assertThat(QualityBand.ofTtfaMs(800)).isEqualTo(QualityBand.GREEN);
        assertThat(QualityBand.ofTtfaMs(800.1)).isEqualTo(QualityBand.AMBER);
        assertThat(QualityBand.ofTtfaMs(1115.1)).isEqualTo(QualityBand.ORANGE);
        assertThat(QualityBand.ofTtfaMs(1400)).isEqualTo(QualityBand.ORANGE);
        assertThat(QualityBand.ofTtfaMs(1400.1)).isEqualTo(QualityBand.RED);
        assertThat(QualityBand.ofSilenceMs(500)).isEqualTo(QualityBand.GREEN);
        assertThat(QualityBand.ofSilenceMs(1000)).isEqualTo(QualityBand.AMBER);
        assertThat(QualityBand.ofSilenceMs(1000.1)).isEqualTo(QualityBand.RED);
    }

    private static String text(CallResult result) {
        return new CallReport(false).text(result);
    }

    @Test
    void aCallThatNeverOpenedHasNoTableAndNobodyWhoEndedIt() {
        CallTimeline timeline = new CallTimeline("", Spool.NONE);
        timeline.add(new Fact.CallPlaced(
                0,
                "CA0",
                "+15550301",
                "+15550199",
                "https://a.example/call-status",
                Instant.EPOCH,
                false,
                MeasuredAt.BRIDGE));
        timeline.add(new Fact.CallEnded(3_000_000_000L, null, "Twilio says busy"));
        String text = new CallReport(false).text(timeline.close(3_000_000_000L));
        assertThat(text)
                .contains("Call CA0")
                .doesNotContain("TTFA")
                .doesNotContain("ended by")
                .doesNotContain("Playout");
    }
}
