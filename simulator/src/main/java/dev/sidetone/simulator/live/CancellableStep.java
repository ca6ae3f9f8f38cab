package dev.sidetone.simulator.live;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Runs the one step of live mode that may be interrupted: finding and checking the public address, which changes no number. Owned by
 * {@link LiveController}; for any thread.
 */
final class CancellableStep {
    private @Nullable Thread runner;
    private boolean cancelled;

    /** The step's work. */
    @FunctionalInterface
    interface Work {
        void run() throws NoPublicAddress, CannotRun;
    }

    /** Runs {@code work} on this thread, unless {@link #cancel} was called before. */
    void run(Work work) throws NoPublicAddress, CannotRun {
        enter();
        try {
            work.run();
        } finally {
            exit();
        }
    }

    private synchronized void enter() throws CannotRun {
        if (cancelled) {
            throw new CannotRun("live mode was ended while it began");
        }
        runner = Thread.currentThread();
    }

    /** Clears a late interrupt, which must not reach the work that follows. */
    private synchronized void exit() {
        runner = null;
        Thread.interrupted();
    }

    /** Interrupts the work if it runs, and prevents any later run. */
    synchronized void cancel() {
        cancelled = true;
        if (runner != null) {
            runner.interrupt();
        }
    }
}
