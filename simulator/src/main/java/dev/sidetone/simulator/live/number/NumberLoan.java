package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of the account that rings the bridge until it is put back. Its methods wait for Twilio; for any thread, one at a time: a
 * process that is told to end may come while a person presses the button.
 */
public final class NumberLoan implements AutoCloseable {
    private final LoanNote note;
    private final NumberLock lock;
    private final NumberRestorer settling;
    private @Nullable RestoreResult done;

    NumberLoan(LoanNote note, NumberLock lock, NumberRestorer settling) {
        this.note = note;
        this.lock = lock;
        this.settling = settling;
    }

    /** The number as it was before. */
    public VoiceNumber number() {
        return note.number();
    }

    /** What was changed. */
    public List<NumberChange> changes() {
        return LoanSettings.changes(note.before(), note.ours());
    }

    /** Puts the number back exactly as it was, tries a few times, and once it is back does nothing more. Never throws. */
    public synchronized RestoreResult putBack() {
        RestoreResult before = done;
        if (before != null) {
            return before;
        }
        RestoreResult now = settling.settle(note);
        if (!now.isOpen()) {
            done = now;
            lock.close();
        }
        return now;
    }

    /** Lets go of it, put back or not; if not, the next start finds the note. */
    public synchronized void letGo() {
        lock.close();
    }

    /** Puts it back if need be and lets go of it; where that fails the next start finds the note. */
    @Override
    public synchronized void close() {
        done = putBack();
        lock.close();
    }
}
