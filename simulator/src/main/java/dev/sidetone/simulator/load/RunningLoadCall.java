package dev.sidetone.simulator.load;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FigureTimeline;
import java.util.function.Consumer;

/** One call of a load on its rig. By the load's thread; only {@link #ended} is for others. */
final class RunningLoadCall implements LoadCall {
    private final FigureTimeline facts;
    private final CallCourse course;
    private final Consumer<CallFate> over;
    private Consumer<String> hangUp = why -> {};
    private boolean cut;
    private volatile boolean ended;

    RunningLoadCall(FigureTimeline facts, CallCourse course, Consumer<CallFate> over) {
        this.facts = facts;
        this.course = course;
        this.over = over;
    }

    /** The call was placed; {@code how} hangs it up. */
    void placed(Consumer<String> how) {
        hangUp = how;
    }

    /** The call's last fact is there. Any thread. */
    void ended() {
        ended = true;
    }

    @Override
    public void hangUp(String why) {
        cut = true;
        hangUp.accept(why);
    }

    /** Takes in what has happened; returns whether the call is over, and was reported as such. */
    boolean pump(long nowNs, LoadMeter meter) {
        // Read first: what came before the end is there when it is closed.
        boolean last = ended;
        if (!last) {
            facts.pump(nowNs);
            return false;
        }
        CallResult result = facts.close();
        CallFate fate = course.fate(cut);
        meter.result(result, fate);
        if (fate == CallFate.FAILED || fate == CallFate.DROPPED) {
            meter.failure(course.failure(result));
        }
        meter.over(fate, nowNs);
        over.accept(fate);
        return true;
    }
}
