package dev.sidetone.bench.accuracy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The errors of one way of measuring, in ms, over many cases; a case without a figure counts as missing. Immutable. */
final class Errors {
    /** What stands in a table where there is no figure. */
    static final String NONE = "–";

    private final int cases;
    private final double[] signed;
    private final double[] absolute;

    private Errors(int cases, double[] signed) {
        this.cases = cases;
        this.signed = signed;
        this.absolute = Arrays.stream(signed).map(Math::abs).sorted().toArray();
    }

    static Errors of(Stream<@Nullable Double> errors) {
        @Nullable Double[] all = errors.toArray(Double[]::new);
        double[] found = Arrays.stream(all)
                .filter(Objects::nonNull)
                .mapToDouble(error -> error == null ? 0 : error)
                .sorted()
                .toArray();
        return new Errors(all.length, found);
    }

    int cases() {
        return cases;
    }

    int found() {
        return signed.length;
    }

    int missing() {
        return cases - signed.length;
    }

    /** The share, 0 to 100, of the found ones that are at most {@code ms}, to a rounding error of the clock. */
    double percentWithin(double ms) {
        long within =
                Arrays.stream(absolute).filter(error -> error <= ms + 1e-6).count();
        return found() == 0 ? 0 : 100.0 * within / found();
    }

    /** {@link #percentWithin} as a table shows it. */
    String within(double ms) {
        return found() == 0 ? NONE : String.format(Locale.ROOT, "%.1f %%", percentWithin(ms));
    }

    /** The median with its sign: below 0 for figures that are too small. */
    String bias() {
        return shown(signed, 50, "%+.1f");
    }

    /** A percentile of the sizes. */
    String size(double percent) {
        return shown(absolute, percent, "%.1f");
    }

    String largest() {
        return size(100);
    }

    private static String shown(double[] sorted, double percent, String format) {
        if (sorted.length == 0) {
            return NONE;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        double value = sorted[Math.max(0, rank - 1)];
        return String.format(Locale.ROOT, format, Math.abs(value) < 0.05 ? 0.0 : value);
    }
}
