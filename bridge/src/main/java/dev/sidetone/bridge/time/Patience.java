package dev.sidetone.bridge.time;

import java.time.Duration;

/**
 * How many times as long as usual this process waits for the network: the system property {@code sidetone.patience}, a whole number, 1 if it
 * is not set. For a machine that is very busy.
 */
public final class Patience {
    private static final int FACTOR = Math.max(1, Integer.getInteger("sidetone.patience", 1));

    private Patience() {}

    /** A timeout of {@code usual} on this machine. */
    public static Duration of(Duration usual) {
        return usual.multipliedBy(FACTOR);
    }

    /** The same in a whole number of any unit. */
    public static long of(long usual) {
        return usual * FACTOR;
    }
}
