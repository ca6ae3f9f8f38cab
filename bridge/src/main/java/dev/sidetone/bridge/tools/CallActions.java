package dev.sidetone.bridge.tools;

import org.jspecify.annotations.Nullable;

/** What a tool may do to the call that it is run for. The call's, on its event loop. */
public interface CallActions {
    /**
     * Puts the caller through to a person, after the agent's last words.
     *
     * @param number whom, or null for the number that is set up
     * @param wordsFollow whether the agent may still say something about it
     * @return whether there is a number, and a call to put through
     */
    boolean transfer(@Nullable String number, boolean wordsFollow);

    /**
     * Hangs up after the agent's last words.
     *
     * @param wordsFollow whether the agent may still say something about it
     */
    void hangUp(boolean wordsFollow);

    /** Plays the tones of {@code keys} to the caller's line. */
    void press(String keys);
}
