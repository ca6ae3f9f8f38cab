package dev.sidetone.simulator.line.net;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a person who typed or generated a text that is no URL. Stateless. */
public final class UrlProblem {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$?\\{{1,4}[^{}]{0,200}}{1,4}|<[^<>]{0,200}>|%[A-Z_]{3,100}%");
    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern NO_HOST = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://(?:[/?#:].*)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\\"^`{}|<>\\s\\p{Cntrl}]");

    private UrlProblem() {}

    /** A half-sentence about {@code text}. */
    public static String words(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.find()) {
            return "its placeholder " + placeholder.group() + " was not filled in";
        }
        if (NO_HOST.matcher(text).matches()) {
            return "it has no host";
        }
        if (text.strip().chars().anyMatch(Character::isWhitespace)) {
            return "it has a blank in it";
        }
        if (BARE_PERCENT.matcher(text).find()) {
            return "it has a % without two hexadecimal digits behind it";
        }
        Matcher forbidden = FORBIDDEN.matcher(text.strip());
        if (forbidden.find()) {
            return "it has a " + forbidden.group() + " in it";
        }
        return text.contains("[") || text.contains("]")
                ? "its address in brackets is not whole"
                : "it is not written as one";
    }
}
