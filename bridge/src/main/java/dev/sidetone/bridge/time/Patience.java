package dev.sidetone.bridge.time;

import java.time.Duration;

/**
 * The factor by which this process's network timeouts are longer than usual, for a very busy machine: the system property
 * {@code sidetone.patience}, a whole number, 1 if it is not set.
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
