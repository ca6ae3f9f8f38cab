package dev.sidetone.bench.simulation;

import java.util.List;

/**
 * A {@code <Gather>} at the beginning of a call. Immutable.
 *
 * @param digits so many keys end it; 0 for any number
 * @param timeoutS so long it waits for the next key
 * @param finishKey whether {@code #} ends it
 * @param evenIfEmpty whether its action is asked without a key too
 */
public record PlannedMenu(int digits, int timeoutS, boolean finishKey, boolean evenIfEmpty) {
    private static final String HASH = "hash";
    private static final String EMPTY = "empty";

    static PlannedMenu parse(List<String> words) {
        return new PlannedMenu(
                Integer.parseInt(words.get(0)),
                Integer.parseInt(words.get(1)),
                words.contains(HASH),
                words.contains(EMPTY));
    }

    /** As TwiML; its action is {@code /gathered}, and {@code /silent} comes behind it. */
    String twiml() {
        return "<Response><Gather action=\"/gathered\" timeout=\"" + timeoutS + "\" finishOnKey=\""
                + (finishKey ? "#" : "") + "\"" + (digits == 0 ? "" : " numDigits=\"" + digits + "\"")
                + (evenIfEmpty ? " actionOnEmptyResult=\"true\"" : "")
                + "><Say>Press some keys</Say></Gather><Redirect>/silent</Redirect></Response>";
    }

    @Override
    public String toString() {
        return digits + " " + timeoutS + (finishKey ? " " + HASH : "") + (evenIfEmpty ? " " + EMPTY : "");
    }
}
