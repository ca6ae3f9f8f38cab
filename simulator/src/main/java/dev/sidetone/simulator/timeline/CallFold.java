package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
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
    private final ProbeMeter probes = new ProbeMeter(origin, recent);
    private final PlayoutMeter playout = new PlayoutMeter(origin);
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
        probes.fold(fact);
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
        probes.hear(moment);
        playout.hear(moment);
    }

    /** The numbers so far. */
    public CallResult result() {
        List<BargeIn> interruptions = bargeIns.bargeIns();
        List<Turn> all = interrupted(turns.turns(), interruptions);
        boolean lined = origin.measured() != MeasuredAt.RECORDING;
        return log.result(
                greeting(),
                all,
                interruptions,
                lined ? marks.marks() : null,
                lined ? marks.clears() : null,
                lined ? playout.playout() : null,
                lined ? line.line(CallResult.enoughJudged(all)) : null,
                played.played(),
                probes.probes());
    }

    /** The turns with those marked whose answer the caller interrupted: a barge-in began after the turn, and no later than the next. */
    private static List<Turn> interrupted(List<Turn> turns, List<BargeIn> bargeIns) {
        List<Turn> marked = new ArrayList<>(turns);
        for (int i = 0; i < turns.size(); i++) {
            double fromMs = turns.get(i).callerEndAtMs();
            double untilMs = i + 1 < turns.size() ? turns.get(i + 1).callerStartAtMs() : Double.MAX_VALUE;
            if (bargeIns.stream().anyMatch(over -> over.onsetAtMs() > fromMs && over.onsetAtMs() <= untilMs)) {
                marked.set(i, turns.get(i).interruptedByCaller());
            }
        }
        return List.copyOf(marked);
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

    /** The probes that are over, but for the first {@code skipped}. */
    public List<Probe> settledProbes(int skipped) {
        return probes.settled(skipped);
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
