package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.line.ReleaseCause;
import java.util.Locale;

/** The status of a call, in the words of the REST API and of callbacks. */
public enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED;

    /** The status of a call that ended for {@code cause} and was never answered. */
    public static CallStatus of(ReleaseCause cause) {
        return switch (cause) {
            case BUSY -> BUSY;
            case NO_ANSWER -> NO_ANSWER;
            case FAILED -> FAILED;
        };
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOver() {
        return this != QUEUED && this != RINGING && this != IN_PROGRESS;
    }
}
