package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.text.ForeignText;

/**
 * The outcome of putting a number's settings back. Immutable.
 *
 * @param number the number in E.164, or the name of its note where that cannot be read
 * @param what the outcome in one sentence, for a person
 * @param cure the next step for a person, or empty where none is needed
 */
public record RestoreResult(String number, Outcome outcome, String what, String cure) {
    public RestoreResult {
        number = ForeignText.line(number);
        what = ForeignText.line(what);
        cure = ForeignText.line(cure);
    }

    /** The kinds of outcome. */
    public enum Outcome {
        /** The settings are as they were before. */
        RESTORED,
        /** The settings were as before already. */
        UNCHANGED,
        /** The owner has changed the number since or given it up: it was left alone. */
        LEFT_ALONE,
        /** Another Sidetone of this person uses the number now. */
        IN_USE,
        /** The note belongs to another account, and is kept. */
        OTHER_ACCOUNT,
        /** The number still rings Sidetone, and its note is kept. */
        FAILED
    }

    /** The result of a number that is not put back when leaving is given up. */
    public static RestoreResult unfinished(String number, long afterS) {
        return new RestoreResult(
                number,
                Outcome.FAILED,
                number + " is not put back: Twilio has not answered for " + afterS + " s.",
                "The next start of live mode puts it back; its note is kept.");
    }

    /** Returns true where the note is kept and the next start tries again. */
    public boolean isPending() {
        return outcome == Outcome.FAILED || outcome == Outcome.OTHER_ACCOUNT;
    }
}
