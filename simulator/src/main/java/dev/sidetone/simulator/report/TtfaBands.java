package dev.sidetone.simulator.report;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.timeline.Thresholds;

/**
 * The times to first audio, ms, at which the colour of a figure changes. Immutable.
 *
 * @param goodMs green up to here
 * @param targetMs amber up to here
 * @param limitMs orange up to here, red beyond
 */
public record TtfaBands(int goodMs, int targetMs, int limitMs) {
    /** The thresholds by which calls are judged. */
    public static final TtfaBands USUAL =
            new TtfaBands(Thresholds.GOOD_TTFA_MS, Thresholds.TARGET_TTFA_MS, Thresholds.LIMIT_TTFA_MS);

    private static final int MOST_MS = 60_000;

    public TtfaBands {
        if (goodMs < 1 || targetMs <= goodMs || limitMs <= targetMs || limitMs > MOST_MS) {
            throw new IllegalArgumentException("bands do not rise: " + goodMs + ", " + targetMs + ", " + limitMs);
        }
    }

    /**
     * Reads three numbers as a person types them, in ms.
     *
     * @throws WrongSetting if they are not whole numbers that rise
     */
    public static TtfaBands of(String good, String target, String limit) throws WrongSetting {
        try {
            return new TtfaBands(number(good), number(target), number(limit));
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(
                    "write three whole numbers of milliseconds, each larger than the one before, up to " + MOST_MS, e);
        }
    }

    private static int number(String typed) {
        return Integer.parseInt(typed.strip());
    }
}
