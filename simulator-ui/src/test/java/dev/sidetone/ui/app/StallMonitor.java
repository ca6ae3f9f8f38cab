package dev.sidetone.ui.app;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A thread that only reads the clock: a stall that it sees too is the machine's and not the program's. */
final class StallMonitor implements AutoCloseable {
    private static final long STEP_NS = 1_000_000L;
    private static final long STALL_NS = 30_000_000L;

    private record Stall(long fromNs, long untilNs) {}

    private final ConcurrentLinkedQueue<Stall> stalls = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::watch, "stall-control");
    private volatile boolean closed;

    StallMonitor() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether this thread stood still, too, in that time. */
    boolean stoodStill(long fromNs, long untilNs) {
        return stalls.stream().anyMatch(stall -> stall.fromNs() < untilNs && fromNs < stall.untilNs());
    }

    private void watch() {
        long lastNs = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(STEP_NS);
            long nowNs = System.nanoTime();
            if (nowNs - lastNs > STALL_NS) {
                stalls.add(new Stall(lastNs, nowNs));
            }
            lastNs = nowNs;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
