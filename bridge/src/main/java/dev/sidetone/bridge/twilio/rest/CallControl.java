package dev.sidetone.bridge.twilio.rest;

import dev.sidetone.bridge.time.Timers;
import java.util.function.Consumer;

/** Changes a running call over Twilio's REST API. Called on the call's loop; the result comes back there, later. */
public interface CallControl {

    /** Replaces the call's document by {@code twiml}; its stream gets a {@code stop}. */
    void redirect(String callSid, String twiml, Timers loop, Consumer<Result> done);

    /** Ends the call. */
    void hangUp(String callSid, Timers loop, Consumer<Result> done);

    /**
     * The result of a request.
     *
     * @param what one sentence for people
     */
    record Result(Outcome outcome, String what) {}

    /** The outcome of a request. */
    enum Outcome {
        /** Twilio accepted it. */
        DONE,
        /** The call had ended before. */
        ALREADY_OVER,
        /** Twilio refused it, or did not answer in time. */
        FAILED,
        /** The bridge has no credentials. */
        UNAVAILABLE
    }

    /** Call control of a bridge without credentials: every request is {@link Outcome#UNAVAILABLE}. */
    static CallControl none() {
        return new NoCallControl();
    }
}
