package dev.sidetone.simulator.line.loop;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a line that carries many calls: it runs the {@link LineLoop} at the beginning of every slot of a millisecond, to which all ticks
 * are aligned. So it wakes up as often with a thousand calls as with one, and nothing that arrives wakes it.
 */
public final class WheelThread implements AutoCloseable {
    /** The length of a slot: a frame's 20 ms have twenty of them. */
    public static final long SLOT_NS = 1_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(WheelThread.class);

    private final NanoClock clock;
    private final LineLoop loop;
    private final Thread thread;
    private volatile boolean closed;

    public WheelThread(NanoClock clock) {
        this.clock = clock;
        this.loop = new LineLoop(clock, () -> {}, SLOT_NS);
        this.thread = new Thread(this::run, "sidetone-wheel");
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
            long slotNs = loop.aligned(clock.nowNs() + 1);
            for (long leftNs = SLOT_NS; leftNs > 0; leftNs = slotNs - clock.nowNs()) {
                Park.forNs(Math.min(leftNs, slotNs - clock.nowNs()));
            }
            turn();
        }
    }

    /** The thread is every call's: what breaks outside of all of them must not end it, but for want of memory, which ends the process. */
    private void turn() {
        try {
            loop.run(clock.nowNs());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("something broke on the wheel, which goes on", e);
        }
    }

    /** Lets the thread run out and waits for it; not from the thread itself. */
    @Override
    public void close() {
        closed = true;
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
