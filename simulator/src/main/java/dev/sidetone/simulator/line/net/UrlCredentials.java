package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.text.ForeignText;
import java.util.regex.Pattern;

/** Removes the user names and passwords of URLs from text for people. Stateless. */
public final class UrlCredentials {
    /** A query that holds a call's token, or that nobody reads to its end. */
    private static final Pattern LONG_QUERY =
            Pattern.compile("(://[^?\\s\"<>]{0,2000}\\?)(?:[^\\s\"<>#]*\\bCallToken=[^\\s\"<>#]*|[^\\s\"<>#]{120,})");

    private UrlCredentials() {}

    /** {@code text}, whose URLs have lost their credentials. */
    public static String redact(String text) {
        return ForeignText.redacted(text);
    }

    /** The same, whose URLs have lost long queries and those with a call's token too. */
    public static String brief(String text) {
        return LONG_QUERY.matcher(redact(text)).replaceAll("$1…");
    }
}
