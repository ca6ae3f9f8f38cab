package dev.sidetone.simulator.load;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The most calls at which the server's answers and this machine held.
 *
 * @param calls 0 when not even the smallest step held
 * @param limit what broke above; null when nothing did up to the most that was tried
 */
public record Capacity(int calls, @Nullable Limit limit) {
    /** What can break first. */
    public enum Limit {
        /** Answers came late, or not at all. */
        TTFA,
        /** Calls failed or were dropped. */
        FAILED,
        /** This machine could not keep its callers' time. */
        GENERATOR;

        /** The word in results. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
