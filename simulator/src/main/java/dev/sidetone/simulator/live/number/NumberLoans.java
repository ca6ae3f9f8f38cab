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
 * Borrows numbers of one account and puts them back. What a number is set to is on this machine's disk before it is changed; whatever
 * ends the process, the next {@link #recover} puts it back. Touches no number but those that are named to it or noted by it. Its methods
 * wait for Twilio and the disk; for any thread.
 */
public final class NumberLoans {
    private final TwilioNumbers numbers;
    private final String account;
    private final LoanNoteStore shelf;
    private final NumberRestorer settling;
    private final Clock clock;

    /** @param folder of the notes, in the user's data folder; made if need be */
    @WallClock("when a number was borrowed, for people to read")
    public NumberLoans(TwilioApi api, Path folder) {
        this(api, folder, Park::forNs, Clock.systemUTC());
    }

    NumberLoans(TwilioApi api, Path folder, LongConsumer pauseNs, Clock clock) {
        this.numbers = api.numbers();
        this.account = api.accountSid();
        this.shelf = new LoanNoteStore(folder);
        this.settling = new NumberRestorer(numbers, shelf, pauseNs);
        this.clock = clock;
    }

    /**
     * What borrowing {@code number} would change.
     *
     * @param origin the bridge's public address, such as {@code https://voice.example}
     */
    public static List<NumberChange> changes(VoiceNumber number, String origin) {
        return LoanSettings.changes(number.settings(), LoanSettings.over(number.settings(), origin));
    }

    /** Whether an earlier run, or one that goes on beside this one, has noted anything in {@code folder}. */
    public static boolean areLeft(Path folder) {
        try {
            return !new LoanNoteStore(folder).all().isEmpty();
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Puts back what an earlier run left behind, one word for each note that is there. To be called before a number is borrowed. */
    public List<RestoreResult> recover() {
        List<RestoreResult> backs = new ArrayList<>();
        try {
            for (Path path : shelf.all()) {
                backs.add(recover(path));
            }
        } catch (IOException e) {
            backs.add(unreadable(e));
        }
        return List.copyOf(backs);
    }

    /**
     * Lets a number ring the bridge at {@code origin}: notes how it is, sets it, and looks whether Twilio did so.
     *
     * @throws LoanRefused when another Sidetone has it, or it cannot be noted or set; then it is put back
     */
    public NumberLoan borrow(String sid, String origin) throws LoanRefused {
        NumberLock lock = lock(sid);
        try {
            settleFirst(sid);
            LoanNote note = noted(numbers.read(sid), origin);
            NumberLoan loan = new NumberLoan(note, lock, settling);
            set(note, loan);
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

    /** What an earlier loan left to be put back would be lost, were it noted as the owner's. */
    private void settleFirst(String sid) throws LoanRefused, IOException {
        if (!shelf.has(account, sid)) {
            return;
        }
        RestoreResult back = settling.settle(shelf.read(shelf.path(account, sid)));
        if (back.isOpen()) {
            throw new LoanRefused(back.what(), back.cure());
        }
    }

    private LoanNote noted(VoiceNumber now, String origin) throws IOException {
        LoanNote note = new LoanNote(account, now, LoanSettings.over(now.settings(), origin), clock.instant());
        shelf.write(note);
        return note;
    }

    private void set(LoanNote note, NumberLoan loan) throws LoanRefused, IOException {
        try {
            numbers.write(note.number(), note.ours());
            VoiceSettings found = numbers.read(note.number().sid()).settings();
            if (!found.equals(note.ours())) {
                throw undone(loan, "Twilio took the change of " + note.number().number() + " and shows another");
            }
        } catch (TwilioApiException trouble) {
            LoanRefused refused = undone(loan, trouble.what());
            if (trouble.isTransient()) {
                // What nobody answered may still arrive, after it was undone: the next start looks again.
                shelf.write(note);
            }
            throw refused;
        }
    }

    private static LoanRefused undone(NumberLoan loan, String why) {
        RestoreResult back = loan.putBack();
        return new LoanRefused(why + ". " + back.what(), back.cure());
    }

    private RestoreResult recover(Path path) throws IOException {
        LoanNote note;
        try {
            note = shelf.read(path);
        } catch (IOException e) {
            return unreadable(path, e);
        }
        if (!note.account().equals(account)) {
            return ofAnotherAccount(note);
        }
        try (NumberLock lock = NumberLock.take(lockPath(note.number().sid()), clock.instant())) {
            return lock == null ? inUse(note) : settling.settle(note);
        }
    }

    private Path lockPath(String sid) throws IOException {
        return shelf.folder().resolve(sid + ".lock");
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
                Outcome.FAILED,
                number + " of account " + note.account() + " is not put back: these are another account's credentials.",
                "Start live mode with that account once; or by hand, set in Twilio's console: " + note.byHand()
                        + ", and delete " + shelf.path(note) + ".");
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
