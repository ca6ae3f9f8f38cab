package dev.sidetone.simulator.twilio.rest;

import dev.sidetone.simulator.line.ReleaseCause;
import org.jspecify.annotations.Nullable;

/** Telephone numbers with a fixed outcome: Twilio's test numbers for refusals, ours for calls that are not answered. Stateless. */
public final class MagicNumbers {
    /** Rings and is busy. */
    public static final String BUSY = "+15005550486";
    /** Rings until it has rung long enough. */
    public static final String NO_ANSWER = "+15005550487";
    /** Cannot be reached. */
    public static final String FAILS = "+15005550404";

    private MagicNumbers() {}

    /** The cause for which a call to {@code number} is never answered, or null for a number that somebody has. */
    public static @Nullable ReleaseCause ending(String number) {
        return switch (number) {
            case BUSY -> ReleaseCause.BUSY;
            case NO_ANSWER -> ReleaseCause.NO_ANSWER;
            case FAILS -> ReleaseCause.FAILED;
            default -> null;
        };
    }

    static void refuse(String to) throws RestError {
        switch (to) {
            case "+15005550001" -> throw RestError.of(21217, "The phone number " + to + " is not valid.");
            case "+15005550002" -> throw RestError.of(21214, "The phone number " + to + " cannot be reached.");
            case "+15005550003" ->
                throw RestError.of(21215, "The account is not permitted to call " + to + " in its region.");
            case "+15005550004" -> throw RestError.of(21216, "The account is not allowed to call " + to + ".");
            default -> {}
        }
    }
}
