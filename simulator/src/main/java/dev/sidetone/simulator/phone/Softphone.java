package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.StereoLine;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.Rig;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Over 300 lines because every command of a window and the state that they share stand in one place.
/**
 * The softphone behind the window: one call at a time, placed by a person. Commands and {@link #now} return at once, on any thread; the
 * phone's own thread does everything that blocks.
 */
public final class Softphone implements AutoCloseable {
    private static final long CLOSE_WAIT_S = 5;

    private final NanoClock clock = NanoClock.system();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Softphone::workerThread);
    private final AtomicReference<PhoneState> state = new AtomicReference<>(PhoneState.starting());
    private final SoundDevices devices;
    private final IdleMicrophone microphone;
    private final DeviceMonitor monitor;
    private final KeptRecordings recordings;
    private final CallHistory history;
    private volatile AgentMenu agents;
    private volatile Settings settings;
    private final Start start;
    private final CompletableFuture<PhoneState> started = new CompletableFuture<>();
    private volatile boolean startsMuted;
    private volatile @Nullable Occupation occupation;
    private @Nullable PhoneRigs rigs;

    /** Starts everything that a call needs, and warms it up. */
    @FunctionalInterface
    public interface Start {
        Rig rig(CallDescription description) throws CannotRun, WrongSetting;
    }

    private Softphone(SoundDevices devices, Settings settings, RecordingStore store, Start start) {
        this.start = start;
        this.agents = AgentMenu.of(settings);
        this.recordings = new KeptRecordings(store);
        this.history = new CallHistory(recordings);
        this.devices = devices;
        this.microphone = new IdleMicrophone(devices, clock);
        this.monitor = new DeviceMonitor(devices, DeviceMonitor.SCAN_EVERY_MS, clock, this::found);
        this.settings = settings;
    }

    /** A phone that starts nothing before {@link #begin}, and keeps its recordings in {@code store}. */
    public static Softphone of(SoundDevices devices, Settings settings, RecordingStore store) {
        return starting(devices, settings, store, PhoneRigs::warm);
    }

    /** A phone whose rig {@code start} makes, which may fail. */
    public static Softphone starting(SoundDevices devices, Settings settings, RecordingStore store, Start start) {
        return new Softphone(devices, settings, store, start);
    }

    /** Begins to start everything. Once. */
    public void begin() {
        monitor.begin();
        worker.execute(this::startRig);
        worker.execute(recordings::look);
        history.look();
    }

    /** Completes once the phone is ready or broken. */
    public CompletionStage<PhoneState> started() {
        return started;
    }

    private static Thread workerThread(Runnable work) {
        Thread thread = new Thread(work, "phone");
        thread.setDaemon(true);
        return thread;
    }

    /** The current state. */
    public PhoneState now() {
        return Objects.requireNonNull(state.get());
    }

    /** The agents that the embedded bridge can connect to. */
    public AgentMenu agents() {
        return agents;
    }

    /** Takes other settings and agents for the calls from the next one on. Any thread. */
    public void use(Settings others, AgentMenu offered) {
        settings = others;
        agents = offered;
    }

    /** The recordings of calls. */
    public KeptRecordings recordings() {
        return recordings;
    }

    /** The list of recorded calls. */
    public CallHistory history() {
        return history;
    }

    /** Counts the recordings again and deletes the oldest of too many, after calls that this phone did not make. */
    public void tidyRecordings() {
        worker.execute(recordings::tidy);
        worker.execute(history::look);
    }

    /** A description of the demo call with the token of the settings, to be changed for another call. */
    public CallDescription.Builder describe() {
        return new CallDescription.Builder().authToken(settings, CallDescription.AUTH_TOKEN);
    }

    /** Places a call; ignored unless the phone is ready. */
    public void call(CallDescription description) {
        call(settings -> description);
    }

    /** The same with a call that is described only when it is placed. */
    public void call(DescribedCall described) {
        occupy(Phase.DIALLING, new DialledCall(this, described));
    }

    /** Keeps the phone busy with {@code work}, which begins in {@code first}, unless it is not ready; returns whether it does. */
    boolean occupy(Phase first, Occupation work) {
        PhoneState before = state.getAndUpdate(old -> old.phase() == Phase.READY ? old.beginning(first) : old);
        if (before.phase() != Phase.READY) {
            return false;
        }
        occupation = work;
        worker.execute(() -> make(work));
        return true;
    }

    /** Ends the current call, also while it is dialled. */
    public void hangUp() {
        PhoneState now = state.updateAndGet(old -> old.isOnThePhone() ? old.in(Phase.HANGING_UP) : old);
        Occupation work = occupation;
        if (now.phase() != Phase.HANGING_UP) {
            return;
        }
        if (work != null) {
            work.cancel();
        }
        if (now.call() != null) {
            now.call().hangUp();
        }
    }

    /** Presses a key in the current call. */
    public void press(char digit) {
        inCall(call -> call.press(digit));
    }

    /** Mutes or unmutes the caller in the current call. */
    public void mute(boolean silent) {
        inCall(call -> call.mute(silent));
    }

    /** Opens a speaker for both voices of a recording; null is the machine's default. Blocks for a moment. */
    public StereoLine openStereo(@Nullable String name) throws DeviceProblem {
        return devices.openStereo(name);
    }

    /** Makes the caller of the current call say something in between. */
    public void interject(Interjection what) {
        inCall(call -> call.interject(what));
    }

    private void inCall(Consumer<PhoneCall> command) {
        PhoneState now = now();
        if (now.phase() == Phase.IN_CALL && now.call() != null) {
            command.accept(now.call());
        }
    }

    /** Whether the callers of later calls are muted from their first frame on, until somebody unmutes them. */
    public void startMuted(boolean silent) {
        startsMuted = silent;
    }

    /** Checks a microphone whenever there is no call, from now on; null is the machine's default. */
    public void listenTo(@Nullable String name) {
        worker.execute(() -> microphone.listenTo(name));
    }

    /** Checks no microphone between calls. */
    public void listenToNone() {
        worker.execute(microphone::listenToNone);
    }

    /** The sound devices: listed, switched while a call runs, and tested. */
    public DeviceMonitor devices() {
        return monitor;
    }

    /** The microphone's level between calls, dBm0. */
    public float microphoneDbm0() {
        return microphone.dbm0();
    }

    /** The microphone's problem between calls, or null. */
    public @Nullable Trouble microphoneTrouble() {
        DeviceProblem problem = microphone.problem();
        return problem == null ? null : Trouble.of(problem);
    }

    /** Hangs up, stops everything and waits until it has stopped, a few seconds at most. */
    @Override
    public void close() {
        hangUp();
        worker.execute(this::stop);
        worker.shutdown();
        try {
            worker.awaitTermination(CLOSE_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        history.close();
    }

    /** Other devices than before: a microphone between calls may be another one, or be back. On the monitor's thread. */
    private void found(PhoneState.DeviceNames names) {
        boolean first = state.getAndUpdate(old -> old.with(names)).devices() == null;
        if (!first && !now().isOnThePhone()) {
            worker.execute(microphone::resume);
        }
    }

    private void startRig() {
        try {
            CallDescription usual = describe().build();
            rigs = new PhoneRigs(start.rig(usual), usual);
            started.complete(state.updateAndGet(old -> old.in(Phase.READY)));
        } catch (CannotRun | WrongSetting | RuntimeException | LinkageError e) {
            boolean inWords = e.getMessage() != null && !(e instanceof LinkageError);
            String why = inWords ? e.getMessage() : e.toString();
            Trouble trouble = new Trouble("Sidetone cannot start: " + why + ".", "Start it again.");
            started.complete(state.updateAndGet(old -> old.in(Phase.BROKEN).with(trouble)));
        }
    }

    private void make(Occupation work) {
        PhoneRigs known = rigs;
        microphone.pause();
        Trouble trouble;
        try {
            trouble = known == null || now().phase() == Phase.HANGING_UP ? work.skip() : work.run(known);
        } catch (DeviceProblem problem) {
            trouble = Trouble.of(problem);
        } catch (WrongSetting e) {
            trouble = Trouble.of(e);
        } catch (CannotRun e) {
            trouble = new Trouble("The call broke off: " + e.getMessage() + ".", "Call again.");
            finish(now().call());
        } catch (RuntimeException e) {
            // Whatever it was, the person must be able to call again.
            trouble = new Trouble("The call broke inside Sidetone: " + e + ".", "Call again.");
            finish(now().call());
        }
        occupation = null;
        monitor.unfollow();
        microphone.resume();
        recordings.tidy();
        history.look();
        Trouble found = trouble;
        state.updateAndGet(old -> old.in(Phase.READY).with(found));
    }

    /** A call that broke off ends with the result so far. */
    private static void finish(@Nullable PhoneCall broken) {
        if (broken != null && !broken.isOver()) {
            broken.finish(broken.result());
        }
    }

    /** The listener of a call that will be {@link #show shown}: the phone is in a call when it is answered. */
    PhoneCall.FactListener listener() {
        return new PhoneCall.FactListener(this::answered);
    }

    /** Makes {@code call} the phone's current one. */
    void show(PhoneCall call) {
        if (state.updateAndGet(old -> old.with(call)).phase() == Phase.HANGING_UP) {
            call.hangUp();
        }
    }

    NanoClock clock() {
        return clock;
    }

    Settings settings() {
        return settings;
    }

    boolean startsMuted() {
        return startsMuted;
    }

    /** Runs {@code use} with the rig as soon as it is started, on the phone's own thread. */
    void withRig(Consumer<Rig> use) {
        var unused = started.thenAccept(
                state -> Optional.ofNullable(rigs).map(PhoneRigs::usual).ifPresent(use));
    }

    /** The stream is open. On the timeline's thread. */
    private void answered() {
        state.updateAndGet(old -> old.isBeginning() ? old.in(Phase.IN_CALL) : old);
    }

    private void stop() {
        monitor.close();
        microphone.listenToNone();
        if (rigs != null) {
            rigs.close();
        }
    }
}
