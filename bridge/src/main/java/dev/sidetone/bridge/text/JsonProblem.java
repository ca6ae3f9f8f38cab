package dev.sidetone.bridge.text;

import java.util.regex.Pattern;

/**
 * Words for the sender of a text message that a reader of JSON refused: what the text is, or where it stops being JSON. A reader's own words
 * are for programmers of readers. Stateless.
 */
public final class JsonProblem {
    private static final int MOST_SHOWN = 30;
    private static final Pattern LITERAL = Pattern.compile("(?:True|False|None|NaN|-?Infinity|undefined)\\b");
    private static final Pattern PYTHON = Pattern.compile("(?s)[\\[{]\\s*'.*");

    private JsonProblem() {}

    /**
     * A half-sentence about {@code text}.
     *
     * @param at where the reader gave up: an offset, or less than 0 when it did not say
     */
    public static String words(String text, long at) {
        String start = text.strip();
        if (start.isEmpty()) {
            return "it is empty";
        }
        if (start.startsWith("<")) {
            return "it is XML or HTML: \"" + shown(start, 0) + "\"";
        }
        if (PYTHON.matcher(start).matches()) {
            return "its quotation marks are single ones, as where Python prints a dict without json.dumps";
        }
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return "it is plain text: \"" + shown(start, 0) + "\"";
        }
        int end = text.stripTrailing().length();
        if (at >= end) {
            return "it ends in the middle";
        }
        int from = (int) Math.max(0, at);
        String word = literal(text, from);
        if (!word.isEmpty()) {
            return word + " is no JSON";
        }
        return at < 0
                ? "it cannot be read"
                : "it stops being JSON at character " + (from + 1) + ": \"" + shown(text, from) + "\"";
    }

    /** The word of another language around {@code at}, or an empty string: readers give up before it, in it or behind it. */
    private static String literal(String text, int at) {
        var words = LITERAL.matcher(text);
        while (words.find()) {
            if (at >= words.start() - 1 && at <= words.end() + 1) {
                return words.group();
            }
        }
        return "";
    }

    private static String shown(String text, int from) {
        int last = text.stripTrailing().length();
        int begin = from;
        while (begin < last && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        int end = Math.min(last, begin + MOST_SHOWN);
        String part = begin < end ? ForeignText.excerpt(text, begin, end) : "";
        return part.replaceAll("\\p{C}", "?") + (end < last ? "…" : "");
    }
}
