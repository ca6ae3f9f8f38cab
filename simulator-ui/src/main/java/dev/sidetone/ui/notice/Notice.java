package dev.sidetone.ui.notice;

import dev.sidetone.simulator.phone.PhoneState.Trouble;

/**
 * A problem and its cure, one sentence each. Immutable.
 *
 * @param offersDemo whether switching to the demo caller is offered as a cure
 */
public record Notice(String what, String cure, boolean offersDemo) {
    /** Creates a notice of a problem; {@code offersDemo} offers the demo caller. */
    public static Notice of(Trouble trouble, boolean offersDemo) {
        return new Notice(trouble.what(), trouble.cure(), offersDemo);
    }

    /** Creates a notice of a call's note, whose first sentence names the problem and the others the cure. */
    public static Notice ofNote(String text) {
        int end = text.indexOf(". ");
        return end < 0
                ? new Notice(text, "", false)
                : new Notice(text.substring(0, end + 1), text.substring(end + 2), false);
    }
}
