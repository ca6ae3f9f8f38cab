package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.util.List;

/** A fake call that is checked for everything. */
final class CheckedCall {
    private CheckedCall() {}

    static FakeCall placed() {
        return FakeCall.into(new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall()));
    }

    static List<String> codes(CallResult call) {
        return call.findings().stream().map(CallResult.ReportedFinding::code).toList();
    }
}
