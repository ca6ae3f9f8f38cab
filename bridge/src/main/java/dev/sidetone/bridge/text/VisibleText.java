package dev.sidetone.bridge.text;

import java.util.Locale;

/**
 * Makes characters visible that terminals, logs and editors obey, or that nobody sees: controls with their escape sequences, line breaks,
 * bidirectional controls, invisible ones, halves of surrogate pairs. Stateless.
 */
final class VisibleText {
    private static final int LAST_OF_ASCII = 0x7E;

    private VisibleText() {}

    /** {@code text} with each of them in the spelling of Java's sources. */
    static String of(String text) {
        int first = firstActive(text, true);
        if (first == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!isActive(text, i)) {
                visible.append(each);
            } else if (each == '\n') {
                visible.append("\\n");
            } else if (each == '\r') {
                visible.append("\\r");
            } else if (each == '\t') {
                visible.append("\\t");
            } else {
                visible.append(escape(each));
            }
        }
        return visible.toString();
    }

    /** JSON in which those outside ASCII are escaped; those within can stand between its values alone. */
    static String escapedJson(String json) {
        int first = firstActive(json, false);
        if (first == json.length()) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16).append(json, 0, first);
        for (int i = first; i < json.length(); i++) {
            char each = json.charAt(i);
            boolean isEscaped = each > LAST_OF_ASCII && isActive(json, i);
            escaped.append(isEscaped ? escape(each) : String.valueOf(each));
        }
        return escaped.toString();
    }

    private static int firstActive(String text, boolean inAscii) {
        int i = 0;
        while (i < text.length() && !((inAscii || text.charAt(i) > LAST_OF_ASCII) && isActive(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isActive(String text, int at) {
        char each = text.charAt(at);
        if (each >= ' ' && each <= LAST_OF_ASCII) {
            return false;
        }
        return Character.isISOControl(each)
                || each == '\u061C'
                || (each >= '\u200B' && each <= '\u200F' && each != '\u200C' && each != '\u200D')
                || (each >= '\u2028' && each <= '\u202E')
                || (each >= '\u2060' && each <= '\u206F')
                || each == '\uFEFF'
                || (each >= '\uFFF9' && each <= '\uFFFB')
                || isTag(text, at)
                || isHalf(text, at);
    }

    /** Both halves of an invisible tag character, by which text is smuggled past a reader. */
    private static boolean isTag(String text, int at) {
        char each = text.charAt(at);
        if (each == '\uDB40') {
            return true;
        }
        return Character.isLowSurrogate(each) && at > 0 && text.charAt(at - 1) == '\uDB40';
    }

    private static boolean isHalf(String text, int at) {
        char each = text.charAt(at);
        if (Character.isHighSurrogate(each)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(each) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static String escape(char each) {
        String hex = Integer.toHexString(each).toUpperCase(Locale.ROOT);
        return "\\u" + "0".repeat(4 - hex.length()) + hex;
    }
}
