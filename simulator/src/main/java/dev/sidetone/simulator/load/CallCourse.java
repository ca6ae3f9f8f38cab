package dev.sidetone.simulator.load;

import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FigureTimeline;
import dev.sidetone.simulator.timeline.Severity;
import org.jspecify.annotations.Nullable;

/** The course of one call of a load: reports its times to the meter as they come, and how it came out. By the load's thread. */
final class CallCourse implements FigureTimeline.Listener {
    private static final String SUSPENDED = "suspended";
    private static final String DROP = "drop";

    private final LoadMeter meter;
    private boolean answered;
    private boolean saidAll;
    private boolean ours;
    private @Nullable EndedBy endedBy;
    private String whyEnded = "";

    CallCourse(LoadMeter meter) {
        this.meter = meter;
    }

    @Override
    public void folded(Fact fact) {
        if (fact instanceof Fact.FrameWritten written) {
            meter.frame(written.atNs(), written.lateNs());
        } else if (fact instanceof Fact.StreamStarted && !answered) {
            answered = true;
            meter.answered();
        } else if (fact instanceof Fact.CallerSaidAll) {
            saidAll = true;
        } else if (fact instanceof Fact.FaultBegan began) {
            ours |= began.fault().startsWith(DROP);
        } else if (fact instanceof Fact.Found found && found.code().equals(SUSPENDED)) {
            ours = true;
            meter.stoodStill(found.atNs() - LineCall.SUSPENDED_NS, found.atNs());
        } else if (fact instanceof Fact.CallEnded ended) {
            endedBy = ended.by();
            whyEnded = ended.why();
        }
    }

    @Override
    public void answered(Turn turn, long atNs) {
        Double ms = turn.ttfaMs();
        if (turn.judged() && ms != null) {
            meter.ttfa(ms, atNs);
        }
    }

    @Override
    public void bargedIn(BargeIn bargeIn, long atNs) {
        Double ms = bargeIn.silenceMs();
        if (ms != null) {
            meter.silence(ms, atNs);
        }
    }

    /** @param cut whether the load hung up */
    CallFate fate(boolean cut) {
        if (cut || ours) {
            return CallFate.CUT;
        }
        if (!answered) {
            return CallFate.FAILED;
        }
        boolean brokeOff = endedBy == EndedBy.FAULT || endedBy == EndedBy.TIMEOUT;
        boolean wished = endedBy == EndedBy.CALLER || endedBy == EndedBy.AGENT || saidAll;
        return brokeOff || !wished ? CallFate.DROPPED : CallFate.DONE;
    }

    /** Why a call failed or broke off: the first error that was found in it, or who ended it. */
    Failure failure(CallResult call) {
        return call.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(error -> new Failure(error.code(), error.what(), error.cure(), 1))
                .orElseGet(this::end);
    }

    private Failure end() {
        String by = endedBy == null ? "" : " by the " + endedBy.word();
        String why = whyEnded.isEmpty() ? "" : ": " + whyEnded;
        String when = answered ? "before its caller had said everything" : "without a two-way stream";
        return new Failure(
                "call-ended",
                "The call was ended" + by + " " + when + why + ".",
                "Make one such call alone: sidetone call shows all of it.",
                1);
    }
}
