package dev.sidetone.bridge.call;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.twilio.rest.CallControl;

/**
 * A call that the bridge itself sends through another document, which brings it back on a new stream: the agent waits for that, but not
 * for ever. Owned by one {@link Call}.
 */
final class CallRedirect {
    /** From the old stream's end to the new one's start. */
    static final long PATIENCE_NS = 10_000_000_000L;

    private final CallContext around;
    private final Runnable refused;
    private final Runnable lost;
    private Timers.Timer patience;
    private boolean streamGone;
    private boolean over;

    /**
     * Asks Twilio to send the call through {@code twiml}.
     *
     * @param refused hears that it will not, and that the stream goes on
     * @param lost hears that the call did not come back
     */
    CallRedirect(CallContext around, String twiml, Runnable refused, Runnable lost) {
        this.around = around;
        this.refused = refused;
        this.lost = lost;
        this.patience = around.timers().after(PATIENCE_NS, this::giveUp);
        around.control().redirect(around.callSid(), twiml, around.timers(), this::answered);
    }

    /** The old stream ended: now the call is under way. */
    void streamGone() {
        if (!streamGone && !over) {
            streamGone = true;
            patience.cancel();
            patience = around.timers().after(PATIENCE_NS, this::giveUp);
        }
    }

    /** The call is back, or over. */
    void end() {
        over = true;
        patience.cancel();
    }

    private void answered(CallControl.Result result) {
        if (over || result.outcome() == CallControl.Outcome.DONE) {
            return;
        }
        around.listener().accept(new CallEvent.CallControlFailed(around.timers().nowNs(), result.what()));
        if (result.outcome() == CallControl.Outcome.ALREADY_OVER) {
            giveUp();
        } else if (!streamGone) {
            end();
            refused.run();
        }
    }

    private void giveUp() {
        if (!over) {
            end();
            lost.run();
        }
    }
}
