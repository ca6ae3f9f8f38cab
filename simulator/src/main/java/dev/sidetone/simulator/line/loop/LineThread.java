package dev.sidetone.simulator.line.loop;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the line: it runs the {@link LineLoop} and waits for the next deadline. A park ends some tens of microseconds late,
 * so the last stretch before a deadline is spent in short parks and the very end spinning. Idle, it sleeps without ticking.
 */
public final class LineThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineThread.class);

    /** The time before a deadline at which the long park ends. */
    private static final long SHORT_OF_NS = 1_000_000;
    /** The time before a deadline at which the parking ends. */
    private static final long SPIN_NS = 120_000;

    private static final long IDLE_NS = 3_600_000_000_000L;

    private final NanoClock clock;
    private final LineLoop loop;
    private final Thread thread;
    private volatile boolean closed;

    public LineThread(NanoClock clock) {
        this.clock = clock;
        this.thread = new Thread(this::run, "sidetone-line");
        this.loop = new LineLoop(clock, () -> Park.wake(this.thread));
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public LineLoop loop() {
        return loop;
    }

    private void run() {
        while (!closed) {
            long waitNs = work();
            if (waitNs == LineLoop.NEVER) {
                Park.forNs(IDLE_NS);
            } else {
                approach(waitNs);
            }
        }
    }

    /** The thread is every call's: what breaks outside of all of them must not end it, but for want of memory, which ends the process. */
    private long work() {
        try {
            return loop.run(clock.nowNs());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("something broke on the line, which goes on", e);
            return 0;
        }
    }

    /** Waits a part of the way, so that arrivals are seen to between. */
    static void approach(long waitNs) {
        if (waitNs > SHORT_OF_NS) {
            Park.forNs(waitNs - SHORT_OF_NS);
        } else if (waitNs > SPIN_NS) {
            Park.forNs(waitNs - SPIN_NS);
        } else {
            Thread.onSpinWait();
        }
    }

    /** Lets the thread run out and waits for it; not from the thread itself. */
    @Override
    public void close() {
        closed = true;
        Park.wake(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
