package dev.sidetone.simulator.twilio.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the tokens of an answer and cuts them into the pieces that are spoken: at ends of sentences and at colons, never at commas.
 * Pieces keep their spaces. Owned by its session, on the line thread.
 */
final class SentenceCutter {
    /** A text without any end is cut here, at a space, so that it is spoken at all. */
    private static final int MOST_CHARS = 1_000;

    private static final String ENDS = ".!?:…。！？\n";
    private static final String CLOSING = "\"')]”’»";

    private final StringBuilder text = new StringBuilder();

    /** Takes a token and returns the pieces that are complete with it, in order. */
    List<String> add(String token) {
        text.append(token);
        List<String> pieces = new ArrayList<>();
        for (int end = end(); end > 0; end = end()) {
            pieces.add(text.substring(0, end));
            text.delete(0, end);
        }
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

    /** The end of the first sentence that is certain to be over: what follows it has begun; or 0. */
    private int end() {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            boolean over = end < text.length() && Character.isWhitespace(text.charAt(end));
            if ((over || text.charAt(i) > 0x2fff) && isSpoken(end)) {
                return end;
            }
        }
        int space = text.length() > MOST_CHARS ? text.lastIndexOf(" ") : 0;
        return text.length() <= MOST_CHARS ? 0 : space > 0 ? space : text.length();
    }

    private boolean isSpoken(int end) {
        return text.substring(0, end).chars().anyMatch(Character::isLetterOrDigit);
    }
}
