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
 */
public record Tile(String value, String detail, @Nullable QualityBand band) {
    /** A figure that is not known yet. */
    static Tile unknown(String detail) {
        return new Tile(Figures.UNKNOWN, detail, null);
    }
}
