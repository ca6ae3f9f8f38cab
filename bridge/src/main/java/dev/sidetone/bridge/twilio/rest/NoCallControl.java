package dev.sidetone.bridge.twilio.rest;

import dev.sidetone.bridge.time.Timers;
import java.util.function.Consumer;

/** Call control of a bridge without credentials. */
final class NoCallControl implements CallControl {
    private static final Result NO_CREDENTIALS = new Result(
            Outcome.UNAVAILABLE, "no REST credentials: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to control calls");

    @Override
    public void redirect(String callSid, String twiml, Timers loop, Consumer<Result> done) {
        loop.after(0, () -> done.accept(NO_CREDENTIALS));
    }

    @Override
    public void hangUp(String callSid, Timers loop, Consumer<Result> done) {
        loop.after(0, () -> done.accept(NO_CREDENTIALS));
    }
}
