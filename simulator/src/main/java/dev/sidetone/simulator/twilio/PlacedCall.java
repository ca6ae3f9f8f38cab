package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.timeline.EndedBy;
import java.util.concurrent.CompletionStage;

/** A call that was placed, for any thread. */
public final class PlacedCall {
    private final LineCall call;

    PlacedCall(LineCall call) {
        this.call = call;
    }

    /** Twilio's name for the call. */
    public String callSid() {
        return call.callSid();
    }

    /** Ends the call as {@code by} would; harmless when it is over. The first reason stands. */
    public void hangUp(EndedBy by, String why) {
        call.hangUpFromOutside(by, why);
    }

    /** Ends after the call's last fact, on the line thread: what hangs on it returns at once. */
    public CompletionStage<CallOutcome> outcome() {
        return call.outcome();
    }
}
