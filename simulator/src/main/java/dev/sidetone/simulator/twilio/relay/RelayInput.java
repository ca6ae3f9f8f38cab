package dev.sidetone.simulator.twilio.relay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of the caller interrupts the voice, or is reported while it speaks. */
public enum RelayInput {
    NONE,
    DTMF,
    SPEECH,
    ANY;

    /** The input of a TwiML attribute's {@code word}, where true is any and false is none; null for any other word. */
    public static @Nullable RelayInput of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "none", "false" -> NONE;
            case "dtmf" -> DTMF;
            case "speech" -> SPEECH;
            case "any", "true" -> ANY;
            default -> null;
        };
    }

    boolean speech() {
        return this == SPEECH || this == ANY;
    }

    boolean keys() {
        return this == DTMF || this == ANY;
    }
}
