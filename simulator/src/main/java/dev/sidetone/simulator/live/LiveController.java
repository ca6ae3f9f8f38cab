package dev.sidetone.simulator.live;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveState.ReachedAddress;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.address.PublicAddress;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Controls live mode: takes its commands on any thread and runs the steps that block one after the other on a worker thread of its own.
 * Commands to single calls run beside them. Owns the session and the state.
 */
// Over 300 lines because every step changes the one state: two classes would pass it to each other.
public final class LiveController implements LiveMode {
    /** The longest time for calls to end, and for Twilio and the tunnel's cloud to answer. */
    private static final long CLOSE_S = 60;

    private static final LiveRequest ACCOUNT_ONLY =
            new LiveRequest(AgentChoice.practice().name(), null, null);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> thread(work, "live"));
    private final ExecutorService callCommands = Executors.newCachedThreadPool(work -> thread(work, "live-command"));
    private final LiveStateStore state = new LiveStateStore();
    private final CancellableStep addressStep = new CancellableStep();
    private final LiveConfig.Source configs;
    private final Path notes;
    private final Supplier<Spool> recordings;
    private final Consumer<String> log;
    private final long drainMs;
    private volatile @Nullable LiveSession session;
    private volatile boolean hurried;

    /**
     * Live mode that is off.
     *
     * @param configs reads the configuration at each beginning
     * @param notes the folder of the notes of borrowed numbers
     * @param recordings creates the recording of a call
     * @param log receives lines of progress for a person
     */
    public LiveController(LiveConfig.Source configs, Path notes, Supplier<Spool> recordings, Consumer<String> log) {
        this(configs, notes, recordings, log, Bridge.DRAIN_MS);
    }

    /** @param drainMs the longest time for running calls to end, unless somebody is in a hurry */
    LiveController(
            LiveConfig.Source configs, Path notes, Supplier<Spool> recordings, Consumer<String> log, long drainMs) {
        this.configs = configs;
        this.notes = notes;
        this.recordings = recordings;
        this.log = log;
        this.drainMs = drainMs;
    }

    /** Live mode for a window, with the account in the settings and the usual limits; its state alone reports progress. */
    public static LiveController of(Settings settings, Path notes, Supplier<Spool> recordings) {
        LiveConfig.Source usual = request -> LiveConfig.of(settings, AgentChoice.of(request.agent(), null, settings));
        return new LiveController(usual, notes, recordings, line -> {});
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public LiveState now() {
        return state.now();
    }

    @Override
    public void begin(LiveRequest request) {
        if (state.begin()) {
            run(() -> open(request));
        }
    }

    /** Restores the numbers that an earlier run left borrowed, if there are any. A failure shows in {@link #now}. */
    public void restoreEarlierLoans() {
        run(this::restoreFromNotes);
    }

    @Override
    public void use(String numberSid) {
        if (state.become(LivePhase.CHOOSING, LivePhase.SETTING_NUMBER)) {
            run(() -> borrow(numberSid));
        }
    }

    @Override
    public void release() {
        if (state.become(LivePhase.READY, LivePhase.LEAVING)) {
            run(this::restoreAndChoose);
        }
    }

    @Override
    public void call(String to) {
        LiveState now = now();
        SelectableNumber from = now.numberInUse();
        if (now.phase() == LivePhase.READY && from != null) {
            runForCall(open -> open.call(from.number(), to));
        }
    }

    @Override
    public void hangUp(String callSid) {
        runForCall(open -> open.hangUp(callSid));
    }

    @Override
    public void transfer(String callSid, String to) {
        runForCall(open -> open.transfer(callSid, to));
    }

    /** Ends running calls without delay; the number is restored all the same. May block for a moment. */
    public void hurry() {
        hurried = true;
        LiveSession open = session;
        if (open != null) {
            open.hurry();
        }
    }

    @Override
    public void close() {
        state.leave();
        addressStep.cancel();
        run(this::leave);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
                log.accept("live mode does not end: something on the network does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callCommands.shutdownNow();
    }

    private void run(Runnable step) {
        try {
            worker.execute(step);
        } catch (RejectedExecutionException closed) {
            // Live mode is closed; nothing is left to do.
        }
    }

    /** A command to a single call. */
    private interface CallCommand {
        void run(LiveSession open) throws TwilioApiException;
    }

    private void runForCall(CallCommand command) {
        LiveSession open = session;
        if (open == null) {
            return;
        }
        try {
            callCommands.execute(() -> {
                try {
                    command.run(open);
                } catch (TwilioApiException trouble) {
                    state.show(TroubleText.of(trouble));
                }
            });
        } catch (RejectedExecutionException closed) {
            // Live mode is closed; nothing is left to do.
        }
    }

    private void open(LiveRequest request) {
        try {
            LiveConfig config = configs.config(request);
            String given = givenOrigin(request.publicUrl(), config.settings());
            LiveSession opened = LiveSession.start(config, notes, recordings, state::add);
            session = opened;
            Trouble unrestored = report(opened.restoreEarlierLoans());
            addressStep.run(() -> reach(opened, given));
            choose(opened, request.number());
            if (unrestored != null) {
                state.show(unrestored);
            }
        } catch (WrongSetting | CannotRun | NoPublicAddress | TwilioApiException | RuntimeException e) {
            // After any exception a person must be able to begin again.
            fail(TroubleText.of(e));
        }
    }

    /** An empty URL asks for a search, whatever the settings name. */
    private static @Nullable String givenOrigin(@Nullable String publicUrl, Settings settings) throws WrongSetting {
        return publicUrl != null && publicUrl.isEmpty() ? null : ConfiguredOrigin.of(publicUrl, settings);
    }

    private void reach(LiveSession opened, @Nullable String given) throws NoPublicAddress, CannotRun {
        PublicAddress address = opened.findAddress(given, log);
        ReachedAddress found =
                new ReachedAddress(address.origin(), address.source().words(), null);
        state.update(old -> old.withAddress(found));
        advance(LivePhase.CHECKING_ADDRESS);
        AddressCheck.Report report = opened.checkAddress();
        if (!report.good()) {
            throw new NoPublicAddress(report.what(), report.cure());
        }
        log.accept(report.what());
        state.update(old -> old.withAddress(new ReachedAddress(found.origin(), found.how(), report.roundTripMs())));
    }

    private void choose(LiveSession opened, @Nullable String wished) throws TwilioApiException, CannotRun {
        advance(LivePhase.READING_NUMBERS);
        List<SelectableNumber> all = opened.readNumbers();
        state.update(old -> old.withNumbers(all, null));
        advance(LivePhase.CHOOSING);
        for (SelectableNumber each : all) {
            if (each.number().equals(wished) && state.become(LivePhase.CHOOSING, LivePhase.SETTING_NUMBER)) {
                borrow(each.sid());
            }
        }
    }

    private void advance(LivePhase next) throws CannotRun {
        state.advance(next);
        if (state.isLeaving()) {
            throw new CannotRun("live mode was ended while it began");
        }
    }

    private void borrow(String numberSid) {
        LiveSession open = session;
        if (open == null || state.isLeaving()) {
            return;
        }
        try {
            open.borrow(numberSid);
            List<SelectableNumber> all = open.readNumbers();
            state.update(old -> old.withNumbers(all, numberSid).withTrouble(null));
            state.become(LivePhase.SETTING_NUMBER, LivePhase.READY);
        } catch (TwilioApiException | LoanRefused | RuntimeException e) {
            // After any exception a person must be able to choose again.
            state.show(TroubleText.of(e));
            state.become(LivePhase.SETTING_NUMBER, LivePhase.CHOOSING);
        }
    }

    private void restoreAndChoose() {
        LiveSession open = session;
        if (open == null) {
            return;
        }
        Trouble unrestored = report(open.restoreNumber());
        if (unrestored != null) {
            state.show(unrestored);
            state.become(LivePhase.LEAVING, LivePhase.READY);
            return;
        }
        state.update(old -> old.withNumbers(old.numbers(), null).withTrouble(null));
        try {
            List<SelectableNumber> all = open.readNumbers();
            state.update(old -> old.withNumbers(all, null));
        } catch (TwilioApiException e) {
            state.show(TroubleText.of(e));
        }
        state.become(LivePhase.LEAVING, LivePhase.CHOOSING);
    }

    /** Restores the number first, so that no call begins any more, and then lets running calls end. */
    private void leave() {
        LiveSession open = session;
        Trouble unrestored = open == null ? null : report(open.restoreNumberFinally());
        try {
            if (open != null) {
                open.drain(hurried ? 0 : drainMs);
                open.close();
            }
        } catch (RuntimeException e) {
            log.accept("live mode did not end cleanly: " + e);
        }
        session = null;
        state.update(old -> unrestored == null ? old.ended() : old.endedUnrestored(unrestored));
    }

    private void fail(Trouble trouble) {
        LiveSession open = session;
        session = null;
        if (open != null) {
            report(open.restoreNumberFinally());
            open.close();
        }
        state.fail(trouble);
    }

    private void restoreFromNotes() {
        if (!NumberLoans.hasNotes(notes)) {
            return;
        }
        try (TwilioApi api = new TwilioApi(configs.config(ACCOUNT_ONLY).account())) {
            Trouble unrestored = report(new NumberLoans(api, notes).restoreEarlier());
            if (unrestored != null) {
                state.show(unrestored);
            }
        } catch (WrongSetting e) {
            state.show(new Trouble(
                    "A number is still set as an earlier live session left it.",
                    TroubleText.of(e).cure()));
        }
    }

    /** Logs the results. Returns the last one that is pending as a trouble, or null. */
    private @Nullable Trouble report(List<RestoreResult> results) {
        Trouble pending = null;
        for (RestoreResult result : results) {
            Trouble trouble = report(result);
            pending = trouble == null ? pending : trouble;
        }
        return pending;
    }

    private @Nullable Trouble report(@Nullable RestoreResult result) {
        if (result == null) {
            return null;
        }
        log.accept((result.what() + " " + result.cure()).strip());
        return result.isPending() ? TroubleText.of(result) : null;
    }
}
