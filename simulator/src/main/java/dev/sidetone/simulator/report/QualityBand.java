package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.Thresholds;

/** The colour that shows how good a number is, by the {@link Thresholds}. */
public enum QualityBand {
    GREEN,
    AMBER,
    ORANGE,
    RED;

    /** The band of a turn's time to first audio at the ear. */
    public static QualityBand ofTtfaMs(double ms) {
        if (ms <= Thresholds.GOOD_TTFA_MS) {
            return GREEN;
        }
        if (ms <= Thresholds.TARGET_TTFA_MS) {
            return AMBER;
        }
        return ms <= Thresholds.LIMIT_TTFA_MS ? ORANGE : RED;
    }

    /** The band of the time from a barge-in's onset to silence at the ear. */
    public static QualityBand ofSilenceMs(double ms) {
        if (ms <= Thresholds.GOOD_SILENCE_MS) {
            return GREEN;
        }
        return ms <= Thresholds.FAIR_SILENCE_MS ? AMBER : RED;
    }
}
