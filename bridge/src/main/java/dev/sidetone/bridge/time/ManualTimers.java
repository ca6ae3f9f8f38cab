package dev.sidetone.bridge.time;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that moves only when told to, for tests: timers run in the order of their deadlines, in the thread that advances the clock, and
 * see the clock stand exactly at their deadline.
 */
public final class ManualTimers implements Timers {
    private record Pending(long dueNs, long order, Runnable action) {}

    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingLong(Pending::dueNs).thenComparingLong(Pending::order));
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

    /** Moves on by {@code ns}, running what falls due on the way, also what that in turn asks for. */
    public void advance(long ns) {
        advanceTo(nowNs + ns);
    }

    /** Moves on to {@code untilNs}, running what falls due up to and including it. */
    public void advanceTo(long untilNs) {
        for (Pending next = pending.peek(); next != null && next.dueNs <= untilNs; next = pending.peek()) {
            pending.remove(next);
            nowNs = Math.max(nowNs, next.dueNs);
            next.action.run();
        }
        nowNs = Math.max(nowNs, untilNs);
    }
}
