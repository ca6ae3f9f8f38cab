package dev.sidetone.simulator.load;

import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.load.LoadResult.Second;
import dev.sidetone.simulator.load.LoadResult.Spread;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what happens in all calls of a load, second by second. A second is closed when every fact of it is there. By the load's thread.
 */
public final class LoadMeter {
    private static final long SECOND_NS = 1_000_000_000L;
    /** Facts of a second may come so much later: they are sorted before they are folded, and calls are pumped in turn. */
    private static final long SETTLED_NS = 500_000_000L;
    /** A frame that is later says that this machine stood still in every second between. */
    private static final long STALL_NS = 1_000_000_000L;

    private static final int MOST_REASONS = 50;

    private final long originNs;
    private final List<LoadSecond> seconds = new ArrayList<>();
    private final LatencyDigest lateness = new LatencyDigest();
    private final Map<String, Failure> failures = new LinkedHashMap<>();
    private int closed;
    private int running;
    private long started;
    private long answered;
    private long failed;
    private long dropped;
    private long turns;
    private long unanswered;

    /** @param originNs the load's beginning */
    public LoadMeter(long originNs) {
        this.originNs = originNs;
    }

    /** A call was placed. */
    public void placed(long atNs) {
        started++;
        running++;
        second(atNs).calls(running);
    }

    /** A two-way stream of a call came about. */
    public void answered() {
        answered++;
    }

    /** A call is over. */
    public void over(CallFate fate, long atNs) {
        LoadSecond second = second(atNs);
        second.calls(running);
        running--;
        failed += fate == CallFate.FAILED ? 1 : 0;
        dropped += fate == CallFate.DROPPED ? 1 : 0;
        second.over(fate == CallFate.FAILED || fate == CallFate.DROPPED);
    }

    /** The numbers of a call that is over, of which the times were reported as they came. */
    public void result(CallResult call, CallFate fate) {
        for (CallResult.Turn turn : call.turns()) {
            boolean missing = turn.firstAudibleAtMs() == null && !turn.overlapped() && !turn.early();
            turns++;
            unanswered += missing && fate == CallFate.DONE ? 1 : 0;
        }
    }

    /** The reason of a call that failed or broke off. */
    public void failure(Failure reason) {
        Failure before = failures.get(reason.code());
        if (before != null) {
            failures.put(
                    reason.code(),
                    new Failure(before.code(), before.what(), before.cure(), before.calls() + reason.calls()));
        } else if (failures.size() < MOST_REASONS) {
            failures.put(reason.code(), reason);
        }
    }

    /** The answer to a turn was heard so long after it. */
    public void ttfa(double ms, long atNs) {
        second(atNs).ttfa(ms);
    }

    /** A barge-in led to silence so long after its onset. */
    public void silence(double ms, long atNs) {
        second(atNs).silence(ms);
    }

    /** A frame was written at {@code atNs}, {@code lateNs} after it was due. */
    public void frame(long atNs, long lateNs) {
        long dueNs = atNs - lateNs;
        second(dueNs).frame(lateNs);
        if (lateNs >= STALL_NS) {
            stoodStill(dueNs, atNs);
        }
    }

    /** This machine stood still: nothing in the seconds of this time says anything of the server. */
    public void stoodStill(long fromNs, long untilNs) {
        for (long at = fromNs; at - untilNs < 0; at += SECOND_NS) {
            second(at).stall();
        }
        second(untilNs).stall();
    }

    /** Closes the seconds of which nothing more will come. */
    public void closeUntil(long nowNs) {
        while (nowNs - (originNs + (closed + 1) * SECOND_NS) >= SETTLED_NS) {
            LoadSecond second = second(originNs + closed * SECOND_NS);
            second.calls(running);
            second.close(lateness);
            closed++;
        }
    }

    /** The number of seconds that are closed. */
    int closed() {
        return closed;
    }

    /** The number of the second in which {@code atNs} lies. */
    int secondOf(long atNs) {
        return (int) Math.max(0, (atNs - originNs) / SECOND_NS);
    }

    /** The figures of the closed seconds from {@code from} to before {@code until}. */
    LoadWindow window(int from, int until) {
        int last = Math.min(until, closed);
        return LoadWindow.of(seconds.subList(Math.min(Math.max(0, from), last), last));
    }

    /** The turns without an answer, of the calls that are over. */
    long unanswered() {
        return unanswered;
    }

    /** The number of turns, of the calls that are over. */
    long turns() {
        return turns;
    }

    /** The counts and figures so far, with the latest ten seconds' percentiles. */
    LoadStatus status(long nowNs, String words) {
        LoadWindow all = window(0, closed);
        LoadWindow latest = window(closed - LoadStatus.LATEST_S, closed);
        return new LoadStatus(
                (nowNs - originNs) / 1e6, running, started, answered, failed + dropped, latest, all.withheld(), words);
    }

    /** The result; the last second is closed with it. */
    LoadResult result(long nowNs, @Nullable Capacity capacity, @Nullable GeneratorCost cost) {
        closeUntil(nowNs + SECOND_NS + SETTLED_NS);
        LoadWindow all = window(0, closed);
        List<Second> each = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            LoadSecond second = seconds.get(i);
            Spread ttfa = LoadWindow.of(List.of(second)).ttfa();
            each.add(new Second(i, second.calls(), ttfa, second.failed(), second.latenessP99Ms(), second.isWithheld()));
        }
        List<Failure> reasons = failures.values().stream()
                .sorted(Comparator.comparingLong(Failure::calls).reversed())
                .toList();
        return new LoadResult(
                started,
                answered,
                failed,
                dropped,
                turns,
                unanswered,
                all.ttfa(),
                all.silence(),
                Spread.of(lateness),
                lateness.maxMs(),
                all.withheld(),
                each,
                reasons,
                capacity,
                cost);
    }

    private LoadSecond second(long atNs) {
        int wanted = secondOf(atNs);
        while (seconds.size() <= wanted) {
            LoadSecond next = new LoadSecond();
            next.calls(running);
            seconds.add(next);
        }
        return seconds.get(wanted);
    }
}
