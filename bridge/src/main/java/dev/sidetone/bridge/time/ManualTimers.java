package dev.sidetone.bridge.time;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A clock for tests that only moves when it is advanced. Timers run in the order of their deadlines, in the thread that advances the
 * clock, and see the clock exactly at their deadline.
 */
public final class ManualTimers implements Timers {
    private record Pending(long dueNs, long order, Runnable action) {}

    private final NavigableSet<Pending> pending =
            new TreeSet<>(Comparator.comparingLong(Pending::dueNs).thenComparingLong(Pending::order));
    private long nowNs;
    private long order;

    public ManualTimers(long startNs) {
        this.nowNs = startNs;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        Pending timer = new Pending(nowNs + Math.max(0, delayNs), order++, action);
        pending.add(timer);
        return () -> pending.remove(timer);
    }

    /** Advances by {@code ns}, running the timers that fall due on the way, including those that they start. */
    public void advance(long ns) {
        advanceTo(nowNs + ns);
    }

    /** Moves the clock by {@code ns} and runs nothing, as in a process that stands still: what fell due runs late, at the next advance. */
    public void jump(long ns) {
        nowNs += ns;
    }

    /** Advances to {@code untilNs}, running the timers that fall due up to and including it. */
    public void advanceTo(long untilNs) {
        boolean ran = true;
        while (ran) {
            ran = step(untilNs);
        }
        nowNs = Math.max(nowNs, untilNs);
    }

    /** Runs the one timer that is due next, if it is due by {@code untilNs}, and returns whether there was one. */
    public boolean step(long untilNs) {
        if (pending.isEmpty() || pending.first().dueNs > untilNs) {
            return false;
        }
        Pending next = pending.first();
        pending.remove(next);
        nowNs = Math.max(nowNs, next.dueNs);
        next.action.run();
        return true;
    }

    /** The actions that wait, the next one first. */
    public List<Runnable> waiting() {
        return pending.stream().map(Pending::action).toList();
    }
}
