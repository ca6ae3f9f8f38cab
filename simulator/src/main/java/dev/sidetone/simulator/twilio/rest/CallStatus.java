package dev.sidetone.simulator.twilio.rest;

import java.util.Locale;

/** How far a call has come, in the REST API's words. */
public enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOver() {
        return this != QUEUED && this != RINGING && this != IN_PROGRESS;
    }
}
