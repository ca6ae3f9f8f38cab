package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.time.Duration;
import java.util.List;

/** Whole calls in manual time that are checked for everything, as they are in earnest. */
final class CheckedLine {
    private static final Duration TICK = Duration.ofMillis(LineFrame.MS);
    private static final int MOST_TICKS = 15_000;

    final ManualLine line = new ManualLine();
    final CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());

    CheckedLine() {
        line.sink = timeline;
    }

    /** Makes a call of at most five minutes. */
    CallResult call(Caller caller) {
        line.call(CallPlan.to(ManualLine.VOICE).seeded(7), caller, TICK);
        int ticks = 0;
        while (!line.isOver() && ticks++ < MOST_TICKS) {
            line.pass(TICK);
            timeline.pump(line.timers.nowNs());
        }
        return timeline.close(line.timers.nowNs());
    }

    static List<String> codes(CallResult call) {
        return call.findings().stream()
                .map(CallResult.ReportedFinding::code)
                .distinct()
                .toList();
    }
}
