package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.Thresholds;

/** The colour that shows how good a number is, by the {@link Thresholds}. */
public enum QualityBand {
    GREEN,
    AMBER,
    ORANGE,
    RED;

    private static volatile TtfaBands ttfa = TtfaBands.USUAL;

    /** Colours figures by other bands from now on, in this whole process; what a call is judged by stays. Any thread. */
    public static void use(TtfaBands bands) {
        ttfa = bands;
    }

    /** The bands in use. */
    public static TtfaBands bands() {
        return ttfa;
    }

    /** The band of a turn's time to first audio at the ear. */
    public static QualityBand ofTtfaMs(double ms) {
        TtfaBands bands = ttfa;
        if (ms <= bands.goodMs()) {
            return GREEN;
        }
        if (ms <= bands.targetMs()) {
            return AMBER;
        }
        return ms <= bands.limitMs() ? ORANGE : RED;
    }

    /** The band of the time from a barge-in's onset to silence at the ear. */
    public static QualityBand ofSilenceMs(double ms) {
        if (ms <= Thresholds.GOOD_SILENCE_MS) {
            return GREEN;
        }
        return ms <= Thresholds.FAIR_SILENCE_MS ? AMBER : RED;
    }
}
