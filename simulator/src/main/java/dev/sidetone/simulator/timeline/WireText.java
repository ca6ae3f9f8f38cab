package dev.sidetone.simulator.timeline;

/**
 * A wire's message with its sound left out, so that it can be kept: JSON in which a long base64 string is replaced by its length. Cheap
 * enough for an event loop: no parsing, one pass over the quotes. Immutable.
 *
 * @param text the message, at most {@value #MOST_CHARS} characters
 * @param soundChars how many characters of base64 were left out; 0 of a message without sound
 */
public record WireText(String text, int soundChars) {
    /** Longer messages are cut. */
    public static final int MOST_CHARS = 8_000;

    /** The longest run of messages with sound that is shown as one. */
    public static final long LONGEST_RUN_NS = 5_000_000_000L;

    /** 20 ms of mu-law are 216 characters; names and keys are shorter. */
    private static final int FEWEST_SOUND_CHARS = 160;

    /** The longest string of a message that is not sound begins with something that is no base64 within so many characters. */
    private static final int SAMPLE_CHARS = 120;

    /** {@code message} as it is kept. */
    public static WireText of(String message) {
        int open = soundAt(message);
        if (open < 0) {
            return new WireText(cut(message), 0);
        }
        int close = message.indexOf('"', open + 1);
        int chars = close - open - 1;
        String kept = message.substring(0, open + 1) + "(" + chars + " characters)" + message.substring(close);
        return new WireText(cut(kept), chars);
    }

    /** How many characters of sound {@code message} carries, without making anything of it; 0 without sound. */
    public static int soundChars(String message) {
        int open = soundAt(message);
        return open < 0 ? 0 : message.indexOf('"', open + 1) - open - 1;
    }

    /** The quotation mark before the sound, or -1. */
    private static int soundAt(String message) {
        int open = message.length() < FEWEST_SOUND_CHARS ? -1 : message.indexOf('"');
        while (open >= 0) {
            int close = message.indexOf('"', open + 1);
            int chars = close - open - 1;
            if (close < 0) {
                return -1;
            }
            if (chars >= FEWEST_SOUND_CHARS && isBase64(message, open + 1)) {
                return open;
            }
            open = close;
        }
        return -1;
    }

    private static boolean isBase64(String text, int from) {
        for (int i = from; i < from + SAMPLE_CHARS; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && c != '+' && c != '/' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS
                ? text
                : text.substring(0, MOST_CHARS) + "… (" + text.length() + " characters)";
    }
}
