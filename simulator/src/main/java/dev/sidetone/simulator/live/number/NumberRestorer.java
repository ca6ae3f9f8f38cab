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
 * Undoes loans by their notes, for whoever holds the number's lock. A note goes when its number is as it was, or is no longer ours to
 * change; else it stays. Waits for Twilio.
 */
final class NumberRestorer {
    private static final Logger LOG = LoggerFactory.getLogger(NumberRestorer.class);
    private static final int GONE = 20404;
    /** A network that stumbles is back within seconds, or not soon. */
    private static final long[] WAITS_NS = {1_000_000_000L, 3_000_000_000L};

    private final TwilioNumbers numbers;
    private final LoanNoteStore shelf;
    private final LongConsumer pauseNs;

    NumberRestorer(TwilioNumbers numbers, LoanNoteStore shelf, LongConsumer pauseNs) {
        this.numbers = numbers;
        this.shelf = shelf;
        this.pauseNs = pauseNs;
    }

    /** Tries a few times. */
    RestoreResult settle(LoanNote note) {
        for (int tried = 0; ; tried++) {
            try {
                return forgotten(note, once(note));
            } catch (TwilioApiException trouble) {
                if (trouble.code() == GONE) {
                    return forgotten(note, gone(note));
                }
                if (!trouble.isTransient() || tried == WAITS_NS.length) {
                    return failed(note, trouble.what(), trouble.cure());
                }
                pauseNs.accept(WAITS_NS[tried]);
            }
        }
    }

    private RestoreResult once(LoanNote note) throws TwilioApiException {
        VoiceNumber now = numbers.read(note.number().sid());
        if (now.settings().equals(note.before())) {
            return told(note, Outcome.AS_IT_WAS, " is as it was.", "");
        }
        if (!LoanSettings.ringsTheSame(now.settings(), note.ours())) {
            return leftAlone(note, now);
        }
        VoiceSettings wanted = LoanSettings.undone(now.settings(), note.before(), note.ours());
        numbers.write(now, wanted);
        VoiceSettings found = numbers.read(now.sid()).settings();
        if (!found.equals(wanted)) {
            return failed(note, "Twilio took the change and shows " + different(found, wanted), "Look at its console.");
        }
        return told(note, Outcome.DONE, " is put back as it was (" + note.byHand() + ").", "");
    }

    private RestoreResult forgotten(LoanNote note, RestoreResult back) {
        if (back.isOpen()) {
            return back;
        }
        try {
            shelf.delete(note);
        } catch (IOException e) {
            // Read again at the next start, it finds nothing to do.
            LOG.warn("the note {} cannot be deleted: {}", shelf.path(note), e.toString());
        }
        return back;
    }

    private static RestoreResult leftAlone(LoanNote note, VoiceNumber now) {
        String answers = now.settings().get(VoiceSetting.VOICE_URL);
        return told(
                note,
                Outcome.LEFT_ALONE,
                " was set up anew since Sidetone borrowed it (voice URL "
                        + (answers.isEmpty() ? "empty" : UrlCredentials.redact(answers)) + "): it is left as it is.",
                "Before that it had " + note.byHand() + ".");
    }

    private static RestoreResult gone(LoanNote note) {
        return told(note, Outcome.LEFT_ALONE, " is not on the account any more.", "");
    }

    private RestoreResult failed(LoanNote note, String why, String cure) {
        return told(
                note,
                Outcome.FAILED,
                " is not put back: " + why + ".",
                cure + " The next start tries again; by hand, set in Twilio's console: " + note.byHand() + ". Kept in "
                        + shelf.path(note) + ".");
    }

    private static String different(VoiceSettings found, VoiceSettings wanted) {
        return LoanSettings.changes(wanted, found).stream()
                .map(change -> change.setting() + " " + change.after())
                .findFirst()
                .orElse("nothing else");
    }

    private static RestoreResult told(LoanNote note, Outcome outcome, String what, String cure) {
        String number = note.number().number();
        return new RestoreResult(number, outcome, number + what, cure);
    }
}
