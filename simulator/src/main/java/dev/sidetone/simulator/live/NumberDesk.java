package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.simulator.live.LiveState.Change;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.live.number.NumberLoan;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The account's numbers as live mode works them: at most one is borrowed, and nothing ends before it is put back. On the desk's thread. */
final class NumberDesk {
    private final TwilioApi api;
    private final NumberLoans loans;
    private final Consumer<String> says;
    private String origin = "";
    private @Nullable NumberLoan loan;

    /** @param notes the folder where it is written down what was changed */
    NumberDesk(TwilioApi api, Path notes, Consumer<String> says) {
        this.api = api;
        this.loans = new NumberLoans(api, notes);
        this.says = says;
    }

    /** Undoes what a session left that did not come to its end; answers what could not be undone, or null. */
    @Nullable
    Trouble putBackWhatWasLeft() {
        Trouble open = null;
        for (RestoreResult back : loans.recover()) {
            tell(back);
            open = back.isOpen() ? trouble(back) : open;
        }
        return open;
    }

    /** All numbers, with what using each would change. */
    List<OwnNumber> read(String bridge) throws TwilioApiException {
        origin = bridge;
        List<OwnNumber> all = new ArrayList<>();
        for (VoiceNumber number : api.numbers().list()) {
            all.add(new OwnNumber(number.sid(), number.number(), number.name(), changes(number)));
        }
        return all;
    }

    private List<Change> changes(VoiceNumber number) {
        NumberLoan running = loan;
        if (running != null && running.number().sid().equals(number.sid())) {
            return List.of();
        }
        return NumberLoans.changes(number, origin).stream()
                .map(change -> new Change(change.setting(), change.before(), change.after()))
                .toList();
    }

    List<OwnNumber> use(String sid) throws TwilioApiException, LoanRefused {
        loan = loans.borrow(sid, origin);
        return read(origin);
    }

    /** Answers why it could not be put back, or null. */
    @Nullable
    Trouble giveBack() {
        NumberLoan running = loan;
        if (running == null) {
            return null;
        }
        RestoreResult back = running.putBack();
        tell(back);
        if (back.isOpen()) {
            return trouble(back);
        }
        loan = null;
        return null;
    }

    /** The last chance; what fails now is done by the next start, and answered here. */
    @Nullable
    Trouble close() {
        Trouble stuck = giveBack();
        NumberLoan running = loan;
        if (running != null) {
            running.letGo();
        }
        return stuck;
    }

    private void tell(RestoreResult back) {
        says.accept((back.what() + " " + back.cure()).strip());
    }

    private static Trouble trouble(RestoreResult back) {
        return new Trouble(back.what(), back.cure());
    }
}
