package dev.sidetone.simulator.report;

/**
 * How good a number is, as a colour. The fixed points are Twilio's target and limit for a turn, and half a second, one and two seconds
 * for an interruption.
 */
public enum Band {
    GREEN,
    AMBER,
    ORANGE,
    RED;

    public static final double GOOD_TTFA_MS = 800;
    public static final double TARGET_TTFA_MS = 1115;
    public static final double LIMIT_TTFA_MS = 1400;
    public static final double GOOD_SILENCE_MS = 500;
    public static final double FAIR_SILENCE_MS = 1000;

    /** The band of a turn's time to first audio at the ear. */
    public static Band ofTtfaMs(double ms) {
        if (ms <= GOOD_TTFA_MS) {
            return GREEN;
        }
        if (ms <= TARGET_TTFA_MS) {
            return AMBER;
        }
        return ms <= LIMIT_TTFA_MS ? ORANGE : RED;
    }

    /** The band of the time from a barge-in's onset to silence at the ear. */
    public static Band ofSilenceMs(double ms) {
        if (ms <= GOOD_SILENCE_MS) {
            return GREEN;
        }
        return ms <= FAIR_SILENCE_MS ? AMBER : RED;
    }
}
