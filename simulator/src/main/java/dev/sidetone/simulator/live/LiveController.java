package dev.sidetone.simulator.live;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveState.ReachedAddress;
import dev.sidetone.simulator.live.LostCalls.LostCall;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.address.PublicAddress;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private static final long CLOSE_S = 90;

    private static final long NS_PER_S = 1_000_000_000L;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> thread(work, "live"));
    private final ExecutorService callCommands = Executors.newCachedThreadPool(work -> thread(work, "live-command"));
    private final LiveStateStore state = new LiveStateStore();
    private final NanoClock clock;
    private final CancellableStep addressStep = new CancellableStep();
    private final LiveConfig.Source configs;
    private final Path notes;
    private final Supplier<Spool> recordings;
    private final Consumer<String> log;
    private final PutBackResults putBack;
    private final EarlierLoans earlier;
    private final ReachabilityState watching;
    private final long drainMs;
    private volatile @Nullable LiveSession session;
    private volatile boolean hurried;
    /** The time of {@link #close}. */
    private volatile long leavingNs;

    /** Live mode that is off, with one receiver of progress and of errors. */
    public LiveController(LiveConfig.Source configs, Path notes, Supplier<Spool> recordings, Consumer<String> log) {
        this(configs, notes, recordings, log, log);
    }

    /**
     * Live mode that is off.
     *
     * @param configs reads the configuration at each beginning
     * @param notes the folder of the notes of borrowed numbers
     * @param recordings creates the recording of a call
     * @param log receives lines of progress for a person
     * @param errors receives a line for each number that is not put back, and for each reason for which calls do not arrive
     */
    public LiveController(
            LiveConfig.Source configs,
            Path notes,
            Supplier<Spool> recordings,
            Consumer<String> log,
            Consumer<String> errors) {
        this(configs, notes, recordings, log, errors, NanoClock.system(), Bridge.DRAIN_MS);
    }

    /**
     * @param clock the time by which a number that rings the bridge is watched
     * @param drainMs the longest time for running calls to end, unless somebody is in a hurry
     */
    LiveController(
            LiveConfig.Source configs,
            Path notes,
            Supplier<Spool> recordings,
            Consumer<String> log,
            Consumer<String> errors,
            NanoClock clock,
            long drainMs) {
        this.configs = configs;
        this.notes = notes;
        this.recordings = recordings;
        this.log = log;
        this.clock = clock;
        this.drainMs = drainMs;
        this.watching = new ReachabilityState(state, clock, errors);
        this.putBack = new PutBackResults(state, log, errors);
        this.earlier = new EarlierLoans(configs, notes, state, putBack);
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
        LiveState now = state.now();
        LiveState.Waiting waiting = now.waiting();
        long seconds = (clock.nowNs() - leavingNs) / NS_PER_S;
        return waiting == null ? now : now.withWaiting(waiting.what(), seconds);
    }

    @Override
    public void begin(LiveRequest request) {
        if (state.begin()) {
            run(() -> open(request));
        }
    }

    /** Restores the numbers that an earlier run left borrowed, if there are any. A failure shows in {@link #now}. */
    public void restoreEarlierLoans() {
        run(earlier::restore);
    }

    @Override
    public CompletableFuture<Void> putBack() {
        try {
            return CompletableFuture.runAsync(() -> earlier.restoreBeside(session), worker);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** The last result of putting each number back that this live mode has borrowed or found borrowed. */
    public List<RestoreResult> putBackResults() {
        return putBack.all();
    }

    @Override
    public void use(String numberSid, Leftover leftover) {
        if (state.become(LivePhase.CHOOSING, LivePhase.SETTING_NUMBER)) {
            run(() -> borrow(numberSid, leftover));
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
        leavingNs = clock.nowNs();
        waitFor(now().phase().step());
        state.leave();
        addressStep.cancel();
        run(this::leave);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_S, TimeUnit.SECONDS)) {
                giveUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callCommands.shutdownNow();
    }

    /** Leaving is given up; a number that is not put back by now is one that failed. */
    private void giveUp() {
        log.accept("live mode does not end: something on the network does not answer");
        SelectableNumber used = now().numberInUse();
        if (used != null && !putBack.isPending(used.number())) {
            putBack.add(RestoreResult.unfinished(used.number(), CLOSE_S));
        }
    }

    private void waitFor(String what) {
        state.update(old -> old.withWaiting(what, 0));
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
            LiveSession opened = LiveSession.start(config, notes, recordings, this::began, watching::lost);
            session = opened;
            putBack.add(opened.restoreEarlierLoans());
            addressStep.run(() -> reach(opened, given));
            choose(opened, request.number());
        } catch (WrongSetting | CannotRun | NoPublicAddress | TwilioApiException | RuntimeException e) {
            // After any exception a person must be able to begin again.
            fail(TroubleText.of(e));
        }
    }

    private void began(LiveCall call) {
        state.add(call);
        watching.callArrived();
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
                borrow(each.sid(), Leftover.KEEP);
            }
        }
    }

    private void advance(LivePhase next) throws CannotRun {
        state.advance(next);
        if (state.isLeaving()) {
            throw new CannotRun("live mode was ended while it began");
        }
    }

    private void borrow(String numberSid, Leftover leftover) {
        LiveSession open = session;
        if (open == null || state.isLeaving()) {
            return;
        }
        try {
            open.borrow(numberSid, leftover);
            List<SelectableNumber> all = open.readNumbers();
            state.update(old -> old.withNumbers(all, numberSid).withTrouble(null));
            state.become(LivePhase.SETTING_NUMBER, LivePhase.READY);
            watching.start(open);
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
        watching.stop();
        if (!putBack.add(open.restoreNumber())) {
            watching.start(open);
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

    private void leave() {
        watching.stop();
        LiveSession open = session;
        if (open != null) {
            new SessionEnd(open, state, putBack, callCommands, log).run(() -> hurried, drainMs);
        }
        session = null;
        state.update(LiveState::ended);
    }

    /** The calls to the number in use that never reached the bridge, by Twilio's callbacks and alerts. */
    public List<LostCall> lostCalls() {
        return watching.lostCalls();
    }

    /** The reason for which calls did not reach the bridge when live mode was left, or null. */
    public @Nullable Trouble disturbanceAtEnd() {
        return watching.disturbance();
    }

    private void fail(Trouble trouble) {
        LiveSession open = session;
        session = null;
        if (open != null) {
            putBack.add(open.restoreNumberFinally());
            open.close();
        }
        state.fail(trouble);
    }
}
