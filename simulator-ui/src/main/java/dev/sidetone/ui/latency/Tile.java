package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.Band;
import dev.sidetone.simulator.report.Figures;
import org.jspecify.annotations.Nullable;

/**
 * One number as it is shown. Immutable.
 *
 * @param value with its unit; a dash for what is not known
 * @param detail what it is the number of
 * @param band how good it is, or null where nothing says
 */
public record Tile(String value, String detail, @Nullable Band band) {
    /** A number that is not there yet. */
    static Tile unknown(String detail) {
        return new Tile(Figures.UNKNOWN, detail, null);
    }
}
