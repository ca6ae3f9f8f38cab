package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A time that was taken at the bridge never reads like one of the ear. */
class BridgeWordsTest {
    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final List<EventLine> told = new ArrayList<>();

    BridgeWordsTest() {
        timeline.listen(new EventLog(told::add));
    }

    @Test
    void theReportSaysWhereEachTimeWasTaken() {
        String text = new CallReport(false).text(live());
        assertThat(text)
                .contains("at the bridge: as it came from Twilio → as it was sent; the way to the ear comes on top")
                .contains("caller spoke         TTFA bridge")
                .contains("  bridge p50 720 ms")
                .contains("Greeting  sent 100.0 ms after the stream began")
                .contains("Playout   queue up to 3.9 s deep, worked out here · sent up to")
                .contains("Line      701 frames came · late by p50 0.1 ms, p99 0.1 ms · reliable")
                .doesNotContain("heard at the caller's ear")
                .doesNotContain("Set-up");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theStorySaysItAtEveryTime() {
        live();
        assertThat(told)
                .extracting(EventLine::text)
                .contains(
                        "greets, first sent after 100.0 ms",
                        "answers after 720.0 ms at the bridge",
                        "interrupted, and the agent was silent after 80.0 ms at the bridge")
                .noneMatch(text -> text.contains("heard"));
    }

    private CallResult live() {
        FakeCall call = SampleCalls.demo(timeline).atBridge();
        CallResult result = call.hangsUpAt(14020);
        assertThat(result.call().endedBy()).isEqualTo(EndedBy.CALLER.word());
        return result;
    }
}
