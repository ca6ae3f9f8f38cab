package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.device.EchoCanceller;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A shutdown hook of one call: at Ctrl-C the caller hangs up, and the process waits a moment until this is closed. */
final class HangUpOnExit implements AutoCloseable {
    private static final long WAIT_S = 5;

    private final RigCall call;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** Guards {@code call} from now on. */
    HangUpOnExit(RigCall call) {
        this.call = call;
        hook = new Thread(this::hangUpAndWait, "hang-up");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits until the process is interrupted, {@code most} at the most; returns whether it was. */
    boolean awaitInterrupt(Duration most) {
        try {
            return interrupted.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // The process is ending already: the hook is what ended the call.
        }
    }

    private void hangUpAndWait() {
        call.hangUp("interrupted");
        interrupted.countDown();
        try {
            if (!finished.await(WAIT_S, TimeUnit.SECONDS)) {
                System.Logger log = System.getLogger(HangUpOnExit.class.getName());
                log.log(System.Logger.Level.WARNING, "the result of the call was not written in time");
            }
            EchoCanceller.suppressExitOutput();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
