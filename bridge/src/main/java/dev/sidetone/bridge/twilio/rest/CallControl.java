package dev.sidetone.bridge.twilio.rest;

import dev.sidetone.bridge.time.Timers;
import java.util.function.Consumer;

/** What can be done to a running call from beside its stream. Called on the call's loop; the result comes back there, later. */
public interface CallControl {

    /** Pulls a call off whatever it is doing and sends it through {@code twiml}; its stream gets a {@code stop}. */
    void redirect(String callSid, String twiml, Timers loop, Consumer<Result> done);

    /** Hangs up. */
    void hangUp(String callSid, Timers loop, Consumer<Result> done);

    /**
     * What came of a request.
     *
     * @param what one sentence, for a person
     */
    record Result(Outcome outcome, String what) {}

    /** How a request went. */
    enum Outcome {
        /** Twilio took it. */
        DONE,
        /** The call had ended before. */
        ALREADY_OVER,
        /** Twilio refused it, or did not answer in time. */
        FAILED,
        /** There is nobody to ask: the bridge has no credentials. */
        NOT_THERE
    }

    /** Without credentials: every request says that there is nobody to ask. */
    static CallControl none() {
        return new NoCallControl();
    }
}
