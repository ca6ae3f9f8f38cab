package dev.sidetone.bridge.call;

import dev.sidetone.bridge.time.Watchdog;
import dev.sidetone.bridge.twilio.rest.CallControl;

/**
 * A redirect of a call by the bridge itself to another document, which brings it back on a new stream. Gives up when that does not
 * arrive in time. Owned by one {@link Call}.
 */
final class CallRedirect {
    /** From the old stream's end to the new one's start. */
    static final long TIMEOUT_NS = 10_000_000_000L;

    private final CallContext context;
    private final Runnable refused;
    private final Runnable lost;
    private Watchdog timeout;
    private boolean streamGone;
    private boolean over;

    /**
     * Asks Twilio to redirect the call to {@code twiml}.
     *
     * @param refused runs when Twilio refuses, and the stream goes on
     * @param lost runs when the call does not come back in time
     */
    CallRedirect(CallContext context, String twiml, Runnable refused, Runnable lost) {
        this.context = context;
        this.refused = refused;
        this.lost = lost;
        this.timeout = new Watchdog(context.timers(), TIMEOUT_NS, this::giveUp);
        context.control().redirect(context.callSid(), twiml, context.timers(), this::answered);
    }

    /** The old stream ended: Twilio has redirected the call. */
    void streamGone() {
        if (!streamGone && !over) {
            streamGone = true;
            timeout.stop();
            timeout = new Watchdog(context.timers(), TIMEOUT_NS, this::giveUp);
        }
    }

    /** The call is back, or over: stops waiting. */
    void end() {
        over = true;
        timeout.stop();
    }

    private void answered(CallControl.Result result) {
        if (over || result.outcome() == CallControl.Outcome.DONE) {
            return;
        }
        context.listener()
                .accept(new CallEvent.CallControlFailed(context.timers().nowNs(), result.what()));
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
