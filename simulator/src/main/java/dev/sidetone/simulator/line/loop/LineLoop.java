package dev.sidetone.simulator.line.loop;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Timers;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The event loop of the line: runs arrivals by the time stamped on them and timers by their deadline, in one order, an arrival before
 * a timer of the same instant. So what arrived up to a tick's deadline takes part in that tick and nothing later does, however late
 * the tick runs. Owned by whoever calls {@link #run}; only {@link #arrive} is for other threads.
 */
public final class LineLoop implements Timers {
    /** Nothing is due, ever. */
    public static final long NEVER = Long.MAX_VALUE;

    private final NanoClock clock;
    private final Runnable wake;
    private final long slotNs;
    private final Queue<Due> inbox = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(Due.IN_ORDER);
    private long order;

    /** @param wake makes the owner call {@link #run} soon, from any thread */
    public LineLoop(NanoClock clock, Runnable wake) {
        this(clock, wake, 1);
    }

    /**
     * The same for an owner that runs it at slots of time, such as every millisecond.
     *
     * @param slotNs the length of a slot, to which calls align their ticks
     */
    public LineLoop(NanoClock clock, Runnable wake, long slotNs) {
        this.clock = clock;
        this.wake = wake;
        this.slotNs = slotNs;
    }

    /** The beginning of the next slot, or {@code ns} itself if one begins then: what is due there is not late by the wait for the owner. */
    public long aligned(long ns) {
        return ns + Math.floorMod(-ns, slotNs);
    }

    /** Hands {@code action} over to the owner, with the time of its arrival. Any thread. */
    public void arrive(long atNs, Runnable action) {
        inbox.add(new Due(atNs, true, action));
        wake.run();
    }

    /** Does everything that is due and returns the time from {@code nowNs} to the next thing, or {@link #NEVER}. */
    public long run(long nowNs) {
        while (true) {
            takeIn();
            Due next = agenda.peek();
            if (next == null) {
                return NEVER;
            }
            if (next.dueNs - nowNs > 0) {
                return next.dueNs - nowNs;
            }
            agenda.remove();
            next.action.run();
        }
    }

    @Override
    public long nowNs() {
        return clock.nowNs();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return at(nowNs() + Math.max(0, delayNs), action);
    }

    /** Runs {@code action} at {@code dueNs}; the owner only. */
    Timer at(long dueNs, Runnable action) {
        Due due = new Due(dueNs, false, action);
        add(due);
        return () -> agenda.remove(due);
    }

    private void takeIn() {
        for (Due arrival = inbox.poll(); arrival != null; arrival = inbox.poll()) {
            add(arrival);
        }
    }

    private void add(Due due) {
        due.order = order++;
        agenda.add(due);
    }

    /** One thing to do; compared by difference because the clock's zero is arbitrary. */
    private static final class Due {
        static final Comparator<Due> IN_ORDER = Due::compare;

        final long dueNs;
        final boolean arrived;
        final Runnable action;
        long order;

        Due(long dueNs, boolean arrived, Runnable action) {
            this.dueNs = dueNs;
            this.arrived = arrived;
            this.action = action;
        }

        private static int compare(Due one, Due other) {
            if (one.dueNs != other.dueNs) {
                return one.dueNs - other.dueNs < 0 ? -1 : 1;
            }
            if (one.arrived != other.arrived) {
                return one.arrived ? -1 : 1;
            }
            return Long.compare(one.order, other.order);
        }
    }
}
