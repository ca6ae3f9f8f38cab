package dev.sidetone.simulator.live;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import org.jspecify.annotations.Nullable;

/** The one step of live mode that may be cut short: finding and checking the address touches nobody's number. For any thread. */
final class CancellableStep {
    private @Nullable Thread under;
    private boolean stopped;

    /** Looks for an address, and reaches through it. */
    @FunctionalInterface
    interface Step {
        void run() throws NoPublicAddress, CannotRun;
    }

    /** Runs {@code step} on this thread, which is its own again when this returns. */
    void run(Step step) throws NoPublicAddress, CannotRun {
        begin();
        try {
            step.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws CannotRun {
        if (stopped) {
            throw new CannotRun("live mode was ended while it began");
        }
        under = Thread.currentThread();
    }

    /** An interrupt that came too late must not reach what follows. */
    private synchronized void end() {
        under = null;
        Thread.interrupted();
    }

    /** It ends at once if it runs, and does not begin any more. */
    synchronized void stop() {
        stopped = true;
        if (under != null) {
            under.interrupt();
        }
    }
}
