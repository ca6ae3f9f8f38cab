package dev.sidetone.simulator.live.number;

/**
 * What became of a number that was to be put back.
 *
 * @param number E.164, or what else is known of it
 * @param what one sentence, for a person
 * @param cure what a person can do, or an empty text where nothing is to be done
 */
public record RestoreResult(String number, Outcome outcome, String what, String cure) {

    /** How it went. */
    public enum Outcome {
        /** It is as it was before. */
        DONE,
        /** It was as before already. */
        AS_IT_WAS,
        /** Its owner has changed it since, or given it up: it was left alone. */
        LEFT_ALONE,
        /** Another Sidetone of this person uses it now. */
        IN_USE,
        /** It still rings Sidetone, and the note about it is kept. */
        FAILED
    }

    /** Whether the note is kept, and the next start tries again. */
    public boolean isOpen() {
        return outcome == Outcome.FAILED;
    }
}
