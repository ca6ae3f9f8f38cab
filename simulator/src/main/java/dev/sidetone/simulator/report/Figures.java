package dev.sidetone.simulator.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for people, the same in every country. */
public final class Figures {
    /** The text for an unknown figure. */
    public static final String UNKNOWN = "–";

    private Figures() {}

    /** The call's clock, {@code mm:ss.s}, with a minus before its beginning. */
    public static String clock(double atMs) {
        long tenths = (long) Math.floor(atMs / 100);
        long distance = Math.abs(tenths);
        return String.format(
                Locale.ROOT,
                "%s%02d:%02d.%d",
                tenths < 0 ? "-" : "",
                distance / 600,
                distance / 10 % 60,
                distance % 10);
    }

    /** Milliseconds with a decimal and without the unit. */
    public static String decimal(@Nullable Double ms) {
        return ms == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", ms);
    }

    /** Milliseconds with a decimal and the unit. */
    public static String ms(@Nullable Double ms) {
        return ms == null ? UNKNOWN : decimal(ms) + " ms";
    }

    /** Milliseconds without a decimal, with the unit. */
    public static String wholeMs(@Nullable Double ms) {
        return ms == null ? UNKNOWN : Math.round(ms) + " ms";
    }

    public static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }

    /** {@code 1 frame}, {@code 2 frames}. */
    public static String count(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
