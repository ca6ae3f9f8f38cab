package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of the account that rings the bridge until its settings are restored. Its methods wait for Twilio and are synchronized: a
 * signal that ends the process may come while a person presses the button.
 */
public final class NumberLoan implements AutoCloseable {
    private final LoanNote note;
    private final NumberLock lock;
    private final NumberRestorer restorer;
    private @Nullable RestoreResult done;

    NumberLoan(LoanNote note, NumberLock lock, NumberRestorer restorer) {
        this.note = note;
        this.lock = lock;
        this.restorer = restorer;
    }

    /** The number with the settings that it had before. */
    public VoiceNumber number() {
        return note.number();
    }

    /**
     * Compares the number's present settings with those of the loan.
     *
     * @param now the number as it was read a moment ago
     * @return the settings that send its calls elsewhere, with their values; empty where its calls ring the bridge
     */
    public String elsewhere(VoiceNumber now) {
        Set<VoiceSetting> changed = now.settings().differingFrom(note.ours());
        changed.retainAll(LoanSettings.ROUTING);
        return LoanSettings.words(changed, now.settings());
    }

    /** Restores the settings, with retries, and releases the number once that is done; then returns the same result again. Never throws. */
    public synchronized RestoreResult restore() {
        RestoreResult before = done;
        if (before != null) {
            return before;
        }
        RestoreResult now = restorer.restore(note);
        if (!now.isPending()) {
            done = now;
            lock.close();
        }
        return now;
    }

    /** Releases the number, restored or not; the next start finds the note of one that is not. */
    public synchronized void release() {
        lock.close();
    }

    /** Restores the settings if that is not done yet, and releases the number. */
    @Override
    public synchronized void close() {
        restore();
        release();
    }
}
