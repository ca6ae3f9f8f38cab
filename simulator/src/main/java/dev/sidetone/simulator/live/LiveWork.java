package dev.sidetone.simulator.live;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveState.OwnNumber;
import dev.sidetone.simulator.live.LiveState.Reached;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.address.PublicAddress;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What of live mode takes its time: each step blocks the desk's thread until it is done. */
final class LiveWork {
    /** For what concerns the account alone. */
    private static final LiveRequest NOBODYS =
            new LiveRequest(AgentChoice.practice().name(), null, null);

    private final LiveStateStore board;
    private final LiveController.Setup setup;
    private final Path notes;
    private final Supplier<Spool> recordings;
    private final Consumer<String> says;
    private volatile @Nullable LiveSession session;
    private final CancellableStep reaching = new CancellableStep();
    private volatile boolean hurried;
    private @Nullable NumberDesk numbers;

    LiveWork(
            LiveStateStore board,
            LiveController.Setup setup,
            Path notes,
            Supplier<Spool> recordings,
            Consumer<String> says) {
        this.board = board;
        this.setup = setup;
        this.notes = notes;
        this.recordings = recordings;
        this.says = says;
    }

    /** The session there is, for what is done to single calls. Any thread. */
    @Nullable
    LiveSession session() {
        return session;
    }

    /** Calls have no time to end any more. Any thread; waits a moment. */
    void hurry() {
        hurried = true;
        LiveSession open = session;
        if (open != null) {
            open.hurry();
        }
    }

    void open(LiveRequest wish) {
        try {
            LiveConfig terms = setup.terms(wish);
            String given = given(wish.publicUrl(), terms.settings());
            LiveSession opened = LiveSession.begin(terms, recordings, board::began);
            session = opened;
            NumberDesk account = new NumberDesk(opened.api(), notes, says);
            Trouble left = account.putBackWhatWasLeft();
            reaching.run(() -> reach(opened, given));
            read(opened, account, wish.number());
            if (left != null) {
                board.tell(left);
            }
        } catch (WrongSetting e) {
            broken(Troubles.of(e));
        } catch (CannotRun e) {
            broken(Troubles.of(e));
        } catch (NoPublicAddress e) {
            broken(Troubles.of(e));
        } catch (TwilioApiException e) {
            broken(Troubles.of(e));
        } catch (RuntimeException e) {
            // Whatever it was, the person must be able to begin again.
            broken(Troubles.inside(e));
        }
    }

    /** What is empty wants no address that is set, but one that is found. */
    private static @Nullable String given(@Nullable String publicUrl, Settings settings) throws WrongSetting {
        return publicUrl != null && publicUrl.isEmpty() ? null : ConfiguredOrigin.of(publicUrl, settings);
    }

    /** Nobody waits for the address any more; what concerns a number is not cut short. Any thread. */
    void stopReaching() {
        reaching.stop();
    }

    private void reach(LiveSession opened, @Nullable String given) throws NoPublicAddress, CannotRun {
        PublicAddress address = opened.findAddress(given, says);
        Reached found = new Reached(address.origin(), address.source().words(), null);
        board.change(old -> old.at(found));
        goOn(LivePhase.CHECKING_ADDRESS);
        AddressCheck.Report report = opened.check();
        if (!report.good()) {
            throw new CannotRun(report.what() + ": " + report.cure());
        }
        says.accept(report.what());
        board.change(old -> old.at(new Reached(found.origin(), found.how(), report.roundTripMs())));
    }

    private void read(LiveSession opened, NumberDesk account, @Nullable String wished)
            throws TwilioApiException, CannotRun {
        goOn(LivePhase.READING_NUMBERS);
        List<OwnNumber> all = account.read(opened.origin());
        numbers = account;
        board.change(old -> old.with(all, null));
        goOn(LivePhase.CHOOSING);
        for (OwnNumber each : all) {
            if (each.number().equals(wished) && board.become(LivePhase.CHOOSING, LivePhase.SETTING_NUMBER)) {
                borrow(each.sid());
            }
        }
    }

    private void goOn(LivePhase next) throws CannotRun {
        board.go(next);
        if (board.isLeaving()) {
            throw new CannotRun("live mode was ended while it began");
        }
    }

    void borrow(String numberSid) {
        NumberDesk account = numbers;
        if (account == null || board.isLeaving()) {
            return;
        }
        try {
            List<OwnNumber> all = account.use(numberSid);
            board.change(old -> old.with(all, numberSid).with((Trouble) null));
            board.become(LivePhase.SETTING_NUMBER, LivePhase.READY);
        } catch (TwilioApiException e) {
            notBorrowed(Troubles.of(e));
        } catch (LoanRefused e) {
            notBorrowed(Troubles.of(e));
        } catch (RuntimeException e) {
            // The phase must not stay where nobody can leave it.
            notBorrowed(Troubles.inside(e));
        }
    }

    private void notBorrowed(Trouble trouble) {
        board.tell(trouble);
        board.become(LivePhase.SETTING_NUMBER, LivePhase.CHOOSING);
    }

    void giveBack() {
        NumberDesk account = numbers;
        LiveSession open = session;
        if (account == null || open == null) {
            return;
        }
        Trouble stuck = account.giveBack();
        if (stuck != null) {
            board.tell(stuck);
            board.become(LivePhase.LEAVING, LivePhase.READY);
            return;
        }
        board.change(old -> old.with(old.numbers(), null).with((Trouble) null));
        reread(account, open);
        board.become(LivePhase.LEAVING, LivePhase.CHOOSING);
    }

    private void reread(NumberDesk account, LiveSession open) {
        try {
            List<OwnNumber> all = account.read(open.origin());
            board.change(old -> old.with(all, null));
        } catch (TwilioApiException e) {
            board.tell(Troubles.of(e));
        }
    }

    /** First nobody else is let in, then whoever is there may end. */
    void leave() {
        NumberDesk account = numbers;
        numbers = null;
        Trouble stuck = account == null ? null : account.close();
        LiveSession open = session;
        try {
            if (open != null) {
                open.drain(hurried ? 0 : Bridge.DRAIN_MS);
                open.close();
            }
        } catch (RuntimeException e) {
            says.accept("live mode did not end cleanly: " + e);
        }
        session = null;
        board.change(old -> stuck == null ? old.ended() : old.stuck(stuck));
    }

    /** Puts back at once what an earlier run left, without waiting for somebody to begin. */
    void recover() {
        if (!NumberLoans.areLeft(notes)) {
            return;
        }
        try (TwilioApi api = new TwilioApi(setup.terms(NOBODYS).account())) {
            Trouble left = new NumberDesk(api, notes, says).putBackWhatWasLeft();
            if (left != null) {
                board.tell(left);
            }
        } catch (WrongSetting e) {
            board.tell(new Trouble(
                    "A number is still set as an earlier live session left it.",
                    Troubles.of(e).cure()));
        }
    }

    private void broken(Trouble trouble) {
        NumberDesk account = numbers;
        numbers = null;
        if (account != null) {
            account.close();
        }
        LiveSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
        board.broken(trouble);
    }
}
