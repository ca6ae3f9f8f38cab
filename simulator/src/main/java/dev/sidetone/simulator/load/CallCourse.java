package dev.sidetone.simulator.load;

import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FigureTimeline;

/** The course of one call of a load: reports its times to the meter as they come, and how it came out. By the load's thread. */
final class CallCourse implements FigureTimeline.Listener {
    private final LoadMeter meter;
    private final FateFold fate = new FateFold();

    CallCourse(LoadMeter meter) {
        this.meter = meter;
    }

    @Override
    public void folded(Fact fact) {
        boolean wasAnswered = fate.isAnswered();
        fate.fold(fact);
        if (fact instanceof Fact.FrameWritten written) {
            meter.frame(written.atNs(), written.lateNs());
        } else if (fate.isAnswered() && !wasAnswered) {
            meter.answered();
        } else if (FateFold.tellsOfStandstill(fact)) {
            meter.stoodStill(fact.atNs() - LineCall.SUSPENDED_NS, fact.atNs());
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
        return fate.fate(cut);
    }

    /** Why a call failed or broke off. */
    Failure failure(CallResult call) {
        return fate.failure(call);
    }
}
