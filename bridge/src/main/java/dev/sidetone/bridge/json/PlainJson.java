package dev.sidetone.bridge.json;

/**
 * Reads one JSON object of plain shape from front to back, without a tree: texts without escapes, whole numbers, words, and objects inside.
 *
 * <p>It judges nothing. What is not of that shape, JSON or not, makes it give up: {@link #isWhole} is then false, all that was read is void,
 * and the text is to be read again by a parser that knows all of JSON and its errors. What it does read means the same there. One owner,
 * one thread.
 */
public final class PlainJson {
    /** The longest text, in characters: a longer one is no piece of a stream. */
    public static final int MOST_CHARS = 1 << 20;

    private static final int MOST_DIGITS = 18;

    private final String text;
    private final int end;
    private int at;
    private int depth;
    /** True when nothing was read of the object that was entered last. */
    private boolean first;

    private boolean plain = true;
    private int keyFrom;
    private int keyTo;

    /** @param text the whole message */
    public PlainJson(String text) {
        this.text = text;
        this.end = text.length();
        if (end > MOST_CHARS) {
            plain = false;
        }
        enter();
    }

    /** Enters an object, which is the value of the last key. */
    public void enter() {
        expect('{');
        depth++;
        first = true;
    }

    /** Goes to the next key of the object; at its end it leaves the object and returns false. */
    public boolean next() {
        if (!plain) {
            return false;
        }
        skipBlanks();
        if (isAt('}')) {
            at++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            expect(',');
            skipBlanks();
        }
        first = false;
        keyFrom = at + 1;
        skipText();
        keyTo = at - 1;
        skipBlanks();
        expect(':');
        return plain;
    }

    /** Whether the key is {@code name}. */
    public boolean keyIs(String name) {
        return keyTo - keyFrom == name.length() && text.startsWith(name, keyFrom);
    }

    /** The text that is the key's value. */
    public String text() {
        skipBlanks();
        int from = at + 1;
        skipText();
        return plain ? text.substring(from, at - 1) : "";
    }

    /** The whole number, not negative, that is the key's value, also where it is written as a text. */
    public long number() {
        skipBlanks();
        boolean quoted = isAt('"');
        if (quoted) {
            at++;
        }
        long number = digits(quoted);
        if (quoted) {
            plain &= isAt('"');
            at++;
        }
        return number;
    }

    private long digits(boolean quoted) {
        int from = at;
        long number = 0;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = 10 * number + (text.charAt(at) - '0');
            at++;
        }
        boolean leading = !quoted && at - from > 1 && text.charAt(from) == '0';
        plain &= at > from && at - from <= MOST_DIGITS && !leading;
        return number;
    }

    /** Goes past the key's value, which is a text, a number or a word. */
    public void skip() {
        skipBlanks();
        if (isAt('"')) {
            skipText();
        } else if (!skipWord("true") && !skipWord("false") && !skipWord("null")) {
            digits(false);
        }
    }

    /** Gives up, as on a key that is there twice. */
    public void giveUp() {
        plain = false;
    }

    /** Whether the whole text was of plain shape and has been read to its end. */
    public boolean isWhole() {
        if (plain && depth == 0) {
            skipBlanks();
        }
        return plain && depth == 0 && at == end;
    }

    private boolean skipWord(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    private void skipText() {
        expect('"');
        while (at < end) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\' || c < ' ') {
                break;
            }
        }
        plain = false;
    }

    private void skipBlanks() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean isAt(char wanted) {
        return at < end && text.charAt(at) == wanted;
    }

    private void expect(char wanted) {
        skipBlanks();
        if (isAt(wanted)) {
            at++;
        } else {
            plain = false;
        }
    }

    /** Whether {@code text} is written in JSON as it is, in ASCII, without an escape. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
