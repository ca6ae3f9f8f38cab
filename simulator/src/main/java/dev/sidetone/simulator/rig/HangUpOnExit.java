package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.device.EchoCanceller;
import dev.sidetone.simulator.twilio.CallOutcome;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C in the middle of a call: the caller hangs up, and the process waits a moment until the command has put everything away and
 * closed this.
 */
public final class HangUpOnExit implements AutoCloseable {
    private static final long MOST_S = 5;

    private final RigCall call;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** Guards {@code call} from now on. */
    public HangUpOnExit(RigCall call) {
        this.call = call;
        hook = new Thread(this::endInPeace, "hang-up");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits for the end of the call, which comes early when the process is told to end. */
    public CallOutcome await() throws CannotRun {
        return call.await();
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

    private void endInPeace() {
        call.hangUp("interrupted");
        try {
            if (!finished.await(MOST_S, TimeUnit.SECONDS)) {
                System.Logger log = System.getLogger(HangUpOnExit.class.getName());
                log.log(System.Logger.Level.WARNING, "the call was not put away in time");
            }
            EchoCanceller.suppressExitOutput();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
