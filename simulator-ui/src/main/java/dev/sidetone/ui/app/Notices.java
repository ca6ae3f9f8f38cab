package dev.sidetone.ui.app;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.notice.Notice;

/** Troubles of the phone as notices of the window. */
final class Notices {
    private Notices() {}

    static Notice of(Trouble trouble, boolean offersDemo) {
        return new Notice(trouble.what(), trouble.cure(), offersDemo);
    }

    /** A note is a sentence that says what is wrong and others that say what is done about it. */
    static Notice ofNote(String text) {
        int end = text.indexOf(". ");
        return end < 0
                ? new Notice(text, "", false)
                : new Notice(text.substring(0, end + 1), text.substring(end + 2), false);
    }
}
