package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.TwilioNumbers;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.live.number.RestoreResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Borrows numbers of one account and restores them. Each number's settings are on this machine's disk before they are changed: whatever
 * ends the process, the next {@link #restoreEarlier} restores them. Touches no other number. Its methods wait for Twilio and the disk; for any
 * thread.
 */
public final class NumberLoans {
    private final TwilioNumbers numbers;
    private final String account;
    private final LoanNoteStore store;
    private final NumberRestorer restorer;
    private final Clock clock;

    /** @param folder the folder of the notes in the user's data folder; created if necessary */
    @WallClock("when a number was borrowed, for people to read")
    public NumberLoans(TwilioApi api, Path folder) {
        this(api, folder, Park::forNs, Clock.systemUTC());
    }

    NumberLoans(TwilioApi api, Path folder, LongConsumer pauseNs, Clock clock) {
        this.numbers = api.numbers();
        this.account = api.accountSid();
        this.store = new LoanNoteStore(folder);
        this.restorer = new NumberRestorer(numbers, store, pauseNs);
        this.clock = clock;
    }

    /**
     * Lists the settings that borrowing {@code number} would change.
     *
     * @param origin the bridge's public origin, such as {@code https://voice.example}
     */
    public static List<NumberChange> changes(VoiceNumber number, String origin) {
        return LoanSettings.changes(number.settings(), LoanSettings.borrowed(number.settings(), origin));
    }

    /** Returns true where {@code folder} has notes of an earlier run or of another that still runs. */
    public static boolean hasNotes(Path folder) {
        try {
            return !new LoanNoteStore(folder).all().isEmpty();
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Restores the numbers that an earlier run left borrowed; one result for each note. To be called before a number is borrowed. */
    public List<RestoreResult> restoreEarlier() {
        List<RestoreResult> results = new ArrayList<>();
        try {
            for (Path path : store.all()) {
                results.add(restore(path));
            }
        } catch (IOException e) {
            results.add(unreadable(e));
        }
        return List.copyOf(results);
    }

    /**
     * Lets a number ring the bridge at {@code origin}: notes its settings, changes them, and reads them back.
     *
     * @throws LoanRefused when another Sidetone has it, or it cannot be noted or changed; then its settings are restored
     */
    public NumberLoan borrow(String sid, String origin) throws LoanRefused {
        return borrow(sid, origin, Leftover.KEEP);
    }

    /**
     * The same.
     *
     * @param leftover the later fate of addresses on the number that look like another Sidetone's
     */
    public NumberLoan borrow(String sid, String origin, Leftover leftover) throws LoanRefused {
        NumberLock lock = lock(sid);
        try {
            restoreEarlierLoan(sid);
            VoiceNumber now = numbers.read(sid);
            LoanNote note = noted(leftover.owners(now), origin);
            NumberLoan loan = new NumberLoan(note, lock, restorer);
            change(now, note, loan);
            return loan;
        } catch (TwilioApiException trouble) {
            lock.close();
            throw LoanRefused.of(trouble);
        } catch (IOException e) {
            lock.close();
            throw noDisk(e);
        } catch (LoanRefused | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Lets no restoring be tried again from now on. Any thread. */
    public void hurry() {
        restorer.hurry();
    }

    private NumberLock lock(String sid) throws LoanRefused {
        if (!sid.matches("PN[0-9a-zA-Z]+")) {
            throw new LoanRefused("\"" + sid + "\" is no number's SID", "It begins with PN.");
        }
        try {
            Path path = lockPath(sid);
            NumberLock lock = NumberLock.take(path, clock.instant());
            if (lock == null) {
                throw new LoanRefused(
                        "another Sidetone uses this number already: " + NumberLock.holder(path),
                        "Release the number there, or choose another.");
            }
            return lock;
        } catch (IOException e) {
            throw noDisk(e);
        }
    }

    /** The settings of an earlier loan that is not restored must not be noted as the owner's. */
    private void restoreEarlierLoan(String sid) throws LoanRefused, IOException {
        if (!store.has(account, sid)) {
            return;
        }
        RestoreResult result = restorer.restore(store.read(store.path(account, sid)));
        if (result.isPending()) {
            throw new LoanRefused(result.what(), result.cure());
        }
    }

    private LoanNote noted(VoiceNumber now, String origin) throws IOException {
        LoanNote note = new LoanNote(account, now, LoanSettings.borrowed(now.settings(), origin), clock.instant());
        store.write(note);
        return note;
    }

    private void change(VoiceNumber now, LoanNote note, NumberLoan loan) throws LoanRefused, IOException {
        try {
            numbers.write(now, note.ours());
            VoiceSettings found = numbers.read(note.number().sid()).settings();
            if (!found.equals(note.ours())) {
                throw refused(loan, "Twilio took the change of " + note.number().number() + " and shows another");
            }
        } catch (TwilioApiException trouble) {
            LoanRefused refused = refused(loan, trouble.what());
            if (trouble.isTransient()) {
                // A request without an answer may still arrive after the settings were restored: the next start reads
                // them again.
                store.write(note);
            }
            throw refused;
        }
    }

    private static LoanRefused refused(NumberLoan loan, String why) {
        RestoreResult result = loan.restore();
        return new LoanRefused(why + ". " + result.what(), result.cure());
    }

    private RestoreResult restore(Path path) throws IOException {
        LoanNote note;
        try {
            note = store.read(path);
        } catch (IOException e) {
            return unreadable(path, e);
        }
        if (!note.account().equals(account)) {
            return ofAnotherAccount(note);
        }
        try (NumberLock lock = NumberLock.take(lockPath(note.number().sid()), clock.instant())) {
            return lock == null ? inUse(note) : restorer.restore(note);
        }
    }

    private Path lockPath(String sid) throws IOException {
        return store.folder().resolve(sid + ".lock");
    }

    private RestoreResult inUse(LoanNote note) throws IOException {
        String number = note.number().number();
        String holder = NumberLock.holder(lockPath(note.number().sid()));
        return new RestoreResult(number, Outcome.IN_USE, number + " is used by another Sidetone: " + holder + ".", "");
    }

    private RestoreResult ofAnotherAccount(LoanNote note) {
        String number = note.number().number();
        return new RestoreResult(
                number,
                Outcome.OTHER_ACCOUNT,
                number + " of account " + note.account() + " is not put back: these are another account's credentials.",
                "Start live mode with that account once; or by hand, set in Twilio's console: " + note.byHand()
                        + ", and delete " + store.path(note) + ".");
    }

    private static RestoreResult unreadable(Path path, IOException why) {
        return new RestoreResult(
                String.valueOf(path.getFileName()),
                Outcome.FAILED,
                "The note " + path + " cannot be read: " + why.getMessage() + ".",
                "Look into it for what its number was set to, set that in Twilio's console, and delete it.");
    }

    private static RestoreResult unreadable(@Nullable IOException why) {
        return new RestoreResult(
                "",
                Outcome.FAILED,
                "The notes about borrowed numbers cannot be read: " + why + ".",
                "Make the folder readable, then start again.");
    }

    private LoanRefused noDisk(IOException why) {
        return new LoanRefused(
                "the number's settings cannot be noted on the disk (" + why.getMessage()
                        + "), and so it is not touched",
                "Make room, and let this user write there; a note that is broken names its number.");
    }
}
