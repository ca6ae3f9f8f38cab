package dev.sidetone.ui.notice;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;

/**
 * A problem and its cure, one sentence each. Immutable.
 *
 * @param remedies what a click can do about it
 */
public record Notice(String what, String cure, List<Remedy> remedies) {
    public Notice {
        remedies = List.copyOf(remedies);
    }

    /** Creates a notice of a problem; {@code offersDemo} offers the demo caller. */
    public static Notice of(Trouble trouble, boolean offersDemo) {
        return of(trouble, offersDemo ? List.of(Remedy.DEMO) : List.of());
    }

    /** Creates a notice of a problem with buttons. */
    public static Notice of(Trouble trouble, List<Remedy> remedies) {
        return new Notice(trouble.what(), trouble.cure(), remedies);
    }

    /** Creates a notice of a call's note, whose first sentence names the problem and the others the cure. */
    public static Notice ofNote(String text) {
        int end = text.indexOf(". ");
        return end < 0
                ? new Notice(text, "", List.of())
                : new Notice(text.substring(0, end + 1), text.substring(end + 2), List.of());
    }
}
