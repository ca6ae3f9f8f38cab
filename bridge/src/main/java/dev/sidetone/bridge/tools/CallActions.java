package dev.sidetone.bridge.tools;

import org.jspecify.annotations.Nullable;

/** The actions on a call that a built-in tool may take. Implemented by the call, on its event loop. */
public interface CallActions {
    /**
     * Transfers the caller to a person, after the agent's last words.
     *
     * @param number whom to dial, or null for the number that is set for the bridge
     * @param wordsFollow true when the agent may still say something about it
     * @return false when there is no number, or the call is ending already
     */
    boolean transfer(@Nullable String number, boolean wordsFollow);

    /**
     * Hangs up after the agent's last words.
     *
     * @param wordsFollow true when the agent may still say something about it
     */
    void hangUp(boolean wordsFollow);

    /** The number that callers are transferred to when the agent names none, or null. */
    @Nullable
    String humanNumber();

    /** Plays the DTMF tones of {@code keys} to the caller's line. */
    void press(String keys);
}
