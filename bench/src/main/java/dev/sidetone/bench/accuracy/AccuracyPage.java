package dev.sidetone.bench.accuracy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generated part of {@code docs/accuracy.md}. */
final class AccuracyPage {
    private static final String BEGIN = "<!-- figures of bench/run accuracy -->";
    private static final Pattern FIGURES = Pattern.compile("(?s)(" + BEGIN + "\n).*?(<!-- end of figures -->)");

    private AccuracyPage() {}

    /** The page with these figures in place of its own. */
    static String with(String figures, String page) {
        Matcher place = FIGURES.matcher(page);
        if (!place.find()) {
            throw new IllegalArgumentException("the page has no place for figures: " + BEGIN);
        }
        return place.replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + figures + found.group(2)));
    }

    /** The sections about calls, and where they were made. */
    static String calls(int turns, double loadBefore, double loadAfter, CallTables tables) {
        String made = String.format(
                Locale.ROOT,
                "Made with %d turns in each call, on a machine with %d processors and a load average of %.1f before the calls and %.1f"
                        + " after them.",
                turns,
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                loadAfter);
        return "\n" + made + "\n\n## Time to first audio\n\nErrors in ms, without their signs.\n\n" + tables.ttfa()
                + "\n## Barge-ins\n\n" + tables.bargeIns()
                + "\n## The same turns by each way of measuring\n\n" + tables.ways();
    }

    /** The section about ends of speech. */
    static String ends(EndsTable table) {
        return "\n## Ends of speech\n\n" + table.markdown() + "\n";
    }
}
