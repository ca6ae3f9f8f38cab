package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import org.jspecify.annotations.Nullable;

/**
 * The text of one figure. Immutable.
 *
 * @param value the number with its unit, or a dash if unknown
 * @param detail the origin of the number
 * @param band the rating, or null without one
 * @param judged whether the number counts; one that does not is shown greyed, with the reason as its detail
 */
public record Tile(String value, String detail, @Nullable QualityBand band, boolean judged) {
    private static final String NOT_JUDGED = "not judged";

    /** A figure that counts. */
    public Tile(String value, String detail, @Nullable QualityBand band) {
        this(value, detail, band, true);
    }

    /** A figure that is not known yet. */
    static Tile unknown(String detail) {
        return new Tile(Figures.UNKNOWN, detail, null);
    }

    /** A number that says more of this machine than of the agent. */
    static Tile notJudged(String value) {
        return new Tile(value, NOT_JUDGED, null, false);
    }
}
