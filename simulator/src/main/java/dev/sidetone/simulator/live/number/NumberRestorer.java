package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.TwilioNumbers;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.live.number.RestoreResult.Outcome;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restores the settings of borrowed numbers from their notes. Deletes a note once its number is restored or is no longer ours to change.
 * Waits for Twilio; the caller holds the number's lock.
 */
final class NumberRestorer {
    private static final Logger LOG = LoggerFactory.getLogger(NumberRestorer.class);
    private static final int NOT_FOUND = 20404;
    /** The pauses between attempts: a network that fails for a moment is back within seconds, or not soon. */
    private static final long[] PAUSES_NS = {1_000_000_000L, 3_000_000_000L};

    private final TwilioNumbers numbers;
    private final LoanNoteStore store;
    private final LongConsumer pauseNs;
    private volatile boolean hurried;

    NumberRestorer(TwilioNumbers numbers, LoanNoteStore store, LongConsumer pauseNs) {
        this.numbers = numbers;
        this.store = store;
        this.pauseNs = pauseNs;
    }

    /** Makes the present attempt of {@link #restore} the last one, and every later one the only one. Any thread. */
    void hurry() {
        hurried = true;
    }

    /** Restores the settings, with retries. */
    RestoreResult restore(LoanNote note) {
        for (int tried = 0; ; tried++) {
            VoiceNumber now = null;
            try {
                now = numbers.read(note.number().sid());
                return settled(note, putBack(note, now));
            } catch (TwilioApiException trouble) {
                if (trouble.code() == NOT_FOUND) {
                    return gone(note);
                }
                if (!trouble.isTransient() || tried == PAUSES_NS.length || hurried) {
                    return settled(note, now == null ? failed(note, trouble) : unwritten(note, trouble));
                }
                pauseNs.accept(PAUSES_NS[tried]);
            }
        }
    }

    private RestoreResult putBack(LoanNote note, VoiceNumber now) throws TwilioApiException {
        if (now.settings().equals(note.before())) {
            return result(note, Outcome.UNCHANGED, " is as it was.", "");
        }
        VoiceSettings wanted = LoanSettings.restored(now.settings(), note.before(), note.ours());
        Set<VoiceSetting> written = wanted.differingFrom(now.settings());
        numbers.write(now, wanted);
        VoiceSettings found =
                written.isEmpty() ? now.settings() : numbers.read(now.sid()).settings();
        Set<VoiceSetting> still = wanted.differingFrom(found);
        still.removeIf(each ->
                !written.contains(each) || !found.get(each).equals(note.ours().get(each)));
        if (!still.isEmpty()) {
            return failed(
                    note,
                    "Twilio took the change and shows " + LoanSettings.words(still, found),
                    "Look at its console.");
        }
        return outcome(note, written, found);
    }

    /** Describes the number as it is now, which another may have changed as well. */
    private static RestoreResult outcome(LoanNote note, Set<VoiceSetting> written, VoiceSettings found) {
        Set<VoiceSetting> kept = found.differingFrom(note.before());
        if (kept.isEmpty()) {
            String now = LoanSettings.words(note.before().differingFrom(note.ours()), found);
            return result(note, Outcome.RESTORED, " is put back as it was (" + now + ").", "");
        }
        String stays = "left as it is: " + LoanSettings.words(kept, found);
        String back = written.isEmpty() ? "" : "; put back: " + LoanSettings.words(written, found);
        String cure = "Before Sidetone borrowed it: " + LoanSettings.words(kept, note.before()) + ".";
        return LoanSettings.rings(found, note.before())
                ? result(
                        note,
                        Outcome.RESTORED,
                        " is put back but for what somebody else has changed; " + stays + back + ".",
                        cure)
                : result(
                        note,
                        Outcome.LEFT_ALONE,
                        " was set up anew since Sidetone borrowed it; " + stays + back + ".",
                        cure);
    }

    /** Deletes the note unless the next start needs it. */
    private RestoreResult settled(LoanNote note, RestoreResult result) {
        if (result.isPending()) {
            return result;
        }
        try {
            store.delete(note);
        } catch (IOException e) {
            // The next start reads it again and finds nothing to do.
            LOG.warn("the note {} cannot be deleted: {}", store.path(note), e.toString());
        }
        return result;
    }

    /** The note stays: the number may be another account's, or come back. */
    private RestoreResult gone(LoanNote note) {
        return result(
                note,
                Outcome.FAILED,
                " is not on this account (" + NOT_FOUND + "), and so it is not put back.",
                "It held " + note.byHand()
                        + ". If another account has it now, set that there; if you gave it up, delete "
                        + store.path(note) + ".");
    }

    /** A change without an answer may have arrived all the same, so the number is read once more. */
    private RestoreResult unwritten(LoanNote note, TwilioApiException trouble) {
        try {
            VoiceSettings found = numbers.read(note.number().sid()).settings();
            Set<VoiceSetting> still =
                    LoanSettings.restored(found, note.before(), note.ours()).differingFrom(found);
            return still.isEmpty()
                    ? outcome(note, Set.of(), found)
                    : failed(note, trouble.what() + ". It has now " + LoanSettings.words(still, found), trouble.cure());
        } catch (TwilioApiException unknown) {
            return failed(note, trouble);
        }
    }

    private RestoreResult failed(LoanNote note, TwilioApiException trouble) {
        return failed(note, trouble.what(), trouble.cure());
    }

    private RestoreResult failed(LoanNote note, String why, String cure) {
        return result(
                note,
                Outcome.FAILED,
                " is not put back: " + why + ".",
                cure + " The next start tries again; by hand, set in Twilio's console: " + note.byHand() + ". Kept in "
                        + store.path(note) + ".");
    }

    private static RestoreResult result(LoanNote note, Outcome outcome, String what, String cure) {
        String number = note.number().number();
        return new RestoreResult(number, outcome, number + what, cure);
    }
}
