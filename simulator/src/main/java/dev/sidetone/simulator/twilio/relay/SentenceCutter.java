package dev.sidetone.simulator.twilio.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the tokens of an answer and cuts them into the pieces that are spoken: at ends of sentences and at colons, never at commas.
 * Pieces keep their spaces. Owned by its session, on the line thread.
 */
final class SentenceCutter {
    /** A text without any end is cut after so much, at a space, so that it is spoken at all. */
    static final int MOST_CHARS = 1_000;

    private static final String ENDS = ".!?:…。！？\n";
    private static final String CLOSING = "\"')]”’»";
    /** Scripts beyond it write no space after a sentence. */
    private static final char LAST_SPACED = 0x2fff;

    private final StringBuilder text = new StringBuilder();

    /** Takes a token and returns the pieces that are complete with it, in order. */
    List<String> add(String token) {
        text.append(token);
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int space = 0;
        boolean spoken = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            spoken |= Character.isLetterOrDigit(sign);
            space = Character.isWhitespace(sign) ? i : space;
            int end = spoken && ENDS.indexOf(sign) >= 0 ? sentenceEnd(i) : 0;
            if (end == 0 && i - begin >= MOST_CHARS) {
                end = space > begin ? space : i;
            }
            if (end > begin) {
                pieces.add(text.substring(begin, end));
                begin = end;
                i = end - 1;
                spoken = false;
            }
        }
        text.delete(0, begin);
        return pieces;
    }

    /** The rest, which may be empty: nothing is added to it any more. */
    String rest() {
        String rest = text.toString();
        text.setLength(0);
        return rest;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    /** The end of the sentence whose mark is at {@code at}, if it is certain to be one: what follows it has begun; else 0. */
    private int sentenceEnd(int at) {
        int end = at + 1;
        while (end < text.length() && end - at < MOST_CHARS && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean over = end < text.length() && Character.isWhitespace(text.charAt(end));
        return over || text.charAt(at) > LAST_SPACED ? end : 0;
    }
}
