package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds the facts of one call, in order, into its numbers. A live call and its recording give the same result, and an eight-hour call takes
 * the memory of its turns and no more. Owned by one thread.
 */
public final class CallFold {
    private final CallClock origin = new CallClock();
    private final RecentMoments recent = new RecentMoments();
    private final PlayoutTracker ear = new PlayoutTracker(this::hear);
    private final TurnMeter turns = new TurnMeter(origin, recent);
    private final BargeInMeter bargeIns = new BargeInMeter(origin, recent);
    private final GreetingMeter greeting = new GreetingMeter(origin);
    private final PlayoutMeter playout = new PlayoutMeter();
    private final LineMeter line = new LineMeter(origin);
    private final MarkMeter marks = new MarkMeter();
    private final PlayedMeter played = new PlayedMeter(origin);
    private final CallLog log;
    private long queuedBeforeCaller;

    /** {@code sidetone} is the program's version. */
    public CallFold(String sidetone) {
        this.log = new CallLog(sidetone, origin);
    }

    /** Takes in the next fact. */
    public void fold(Fact fact) {
        boolean silentCaller = turns.firstStartNs() == null;
        origin.fold(fact);
        log.fold(fact);
        greeting.fold(fact);
        ear.fold(fact);
        turns.fold(fact);
        bargeIns.fold(fact);
        playout.fold(fact);
        line.fold(fact);
        marks.fold(fact);
        played.fold(fact);
        Long firstStartNs = turns.firstStartNs();
        if (silentCaller && firstStartNs != null) {
            queuedBeforeCaller = recent.queuedBy(firstStartNs);
        }
    }

    private void hear(Moment moment) {
        recent.add(moment);
        greeting.hear(moment);
        turns.hear(moment);
        bargeIns.hear(moment);
        playout.hear(moment);
    }

    /** The numbers so far. */
    public CallResult result() {
        List<Turn> all = turns.turns();
        boolean lined = origin.measured() != MeasuredAt.RECORDING;
        return log.result(
                greeting(),
                all,
                bargeIns.bargeIns(),
                lined ? marks.marks() : null,
                lined ? marks.clears() : null,
                lined ? playout.playout() : null,
                lined ? line.line(CallResult.enoughJudged(all)) : null,
                played.played());
    }

    /** The findings so far. */
    public List<CallResult.ReportedFinding> findings() {
        return log.findings();
    }

    /** The greeting so far. */
    public Greeting greeting() {
        return greeting.greeting(turns.firstStartNs(), queuedBeforeCaller);
    }

    /** The latest turn if the caller has ended it, with its answer as far as it is known. */
    public @Nullable Turn lastTurn() {
        return turns.last();
    }

    /** The barge-ins that are over, but for the first {@code skipped}. */
    public List<BargeIn> settledBargeIns(int skipped) {
        return bargeIns.settled(skipped);
    }

    /** An instant of the producers' clock on the call's own, as far as that is known; null before the call is answered. */
    public @Nullable Double atMs(long ns) {
        return origin.atMsOrNull(ns);
    }

    /** The number of moments kept for edges that are reported late. */
    int kept() {
        return recent.size();
    }
}
