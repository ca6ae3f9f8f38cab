package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.TwilioNumbers;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.live.number.RestoreResult.Outcome;
import java.io.IOException;
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

    NumberRestorer(TwilioNumbers numbers, LoanNoteStore store, LongConsumer pauseNs) {
        this.numbers = numbers;
        this.store = store;
        this.pauseNs = pauseNs;
    }

    /** Restores the settings, with retries. */
    RestoreResult restore(LoanNote note) {
        for (int tried = 0; ; tried++) {
            try {
                return settled(note, attempt(note));
            } catch (TwilioApiException trouble) {
                if (trouble.code() == NOT_FOUND) {
                    return settled(note, gone(note));
                }
                if (!trouble.isTransient() || tried == PAUSES_NS.length) {
                    return failed(note, trouble.what(), trouble.cure());
                }
                pauseNs.accept(PAUSES_NS[tried]);
            }
        }
    }

    private RestoreResult attempt(LoanNote note) throws TwilioApiException {
        VoiceNumber now = numbers.read(note.number().sid());
        if (now.settings().equals(note.before())) {
            return result(note, Outcome.UNCHANGED, " is as it was.", "");
        }
        if (!LoanSettings.rings(now.settings(), note.ours())) {
            return leftAlone(note, now);
        }
        VoiceSettings wanted = LoanSettings.restored(now.settings(), note.before(), note.ours());
        numbers.write(now, wanted);
        VoiceSettings found = numbers.read(now.sid()).settings();
        if (!found.equals(wanted)) {
            return failed(
                    note, "Twilio took the change and shows " + firstDifference(found, wanted), "Look at its console.");
        }
        return result(note, Outcome.RESTORED, " is put back as it was (" + note.byHand() + ").", "");
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

    private static RestoreResult leftAlone(LoanNote note, VoiceNumber now) {
        String voiceUrl = now.settings().get(VoiceSetting.VOICE_URL);
        return result(
                note,
                Outcome.LEFT_ALONE,
                " was set up anew since Sidetone borrowed it (voice URL "
                        + (voiceUrl.isEmpty() ? "empty" : UrlCredentials.redact(voiceUrl)) + "): it is left as it is.",
                "Before that it had " + note.byHand() + ".");
    }

    private static RestoreResult gone(LoanNote note) {
        return result(note, Outcome.LEFT_ALONE, " is not on the account any more.", "");
    }

    private RestoreResult failed(LoanNote note, String why, String cure) {
        return result(
                note,
                Outcome.FAILED,
                " is not put back: " + why + ".",
                cure + " The next start tries again; by hand, set in Twilio's console: " + note.byHand() + ". Kept in "
                        + store.path(note) + ".");
    }

    private static String firstDifference(VoiceSettings found, VoiceSettings wanted) {
        return LoanSettings.changes(wanted, found).stream()
                .map(change -> change.setting() + " " + change.after())
                .findFirst()
                .orElse("nothing else");
    }

    private static RestoreResult result(LoanNote note, Outcome outcome, String what, String cure) {
        String number = note.number().number();
        return new RestoreResult(number, outcome, number + what, cure);
    }
}
