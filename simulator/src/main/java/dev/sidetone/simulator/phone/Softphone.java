package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
    private final AgentMenu agents;
    private final KeptRecordings recordings;
    private final Settings settings;
    private final Start start;
    private final CompletableFuture<PhoneState> started = new CompletableFuture<>();
    private @Nullable Rig rig;

    /** Starts everything that a call needs, and warms it up. */
    @FunctionalInterface
    public interface Start {
        Rig rig(CallDescription description) throws CannotRun, WrongSetting;
    }

    private Softphone(SoundDevices devices, Settings settings, RecordingStore store, Start start) {
        this.devices = devices;
        this.start = start;
        this.agents = AgentMenu.of(settings);
        this.recordings = new KeptRecordings(store);
        this.microphone = new IdleMicrophone(devices, clock);
        this.settings = settings;
    }

    /** A phone that starts nothing before {@link #begin}, and keeps its recordings in {@code store}. */
    public static Softphone of(SoundDevices devices, Settings settings, RecordingStore store) {
        return starting(devices, settings, store, Softphone::warmRig);
    }

    /** A phone whose rig {@code start} makes, which may fail. */
    public static Softphone starting(SoundDevices devices, Settings settings, RecordingStore store, Start start) {
        return new Softphone(devices, settings, store, start);
    }

    /** Begins to start everything. Once. */
    public void begin() {
        worker.execute(this::findDevices);
        worker.execute(this::startRig);
        worker.execute(recordings::look);
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

    /** The recordings of calls. */
    public KeptRecordings recordings() {
        return recordings;
    }

    /** Deletes all recordings, once no call is being made. */
    public void deleteRecordings() {
        worker.execute(recordings::clear);
    }

    /** Counts the recordings again and deletes the oldest of too many, after calls that this phone did not make. */
    public void tidyRecordings() {
        worker.execute(recordings::tidy);
    }

    /** A description of the demo call with the token of the settings, to be changed for another call. */
    public CallDescription.Builder describe() {
        return new CallDescription.Builder().authToken(settings, CallDescription.AUTH_TOKEN);
    }

    /** Places a call; ignored unless the phone is ready. */
    public void call(CallDescription description) {
        PhoneState before = state.getAndUpdate(old -> old.phase() == Phase.READY ? old.dialling() : old);
        if (before.phase() == Phase.READY) {
            worker.execute(() -> make(description));
        }
    }

    /** Ends the current call, also while it is dialled. */
    public void hangUp() {
        PhoneState now = state.updateAndGet(old -> old.isOnThePhone() ? old.in(Phase.HANGING_UP) : old);
        if (now.phase() == Phase.HANGING_UP && now.call() != null) {
            now.call().hangUp();
        }
    }

    /** Presses a key in the current call. */
    public void press(char digit) {
        PhoneState now = now();
        if (now.phase() == Phase.IN_CALL && now.call() != null) {
            now.call().press(digit);
        }
    }

    /** Mutes or unmutes the caller in the current call. */
    public void mute(boolean silent) {
        PhoneState now = now();
        if (now.phase() == Phase.IN_CALL && now.call() != null) {
            now.call().mute(silent);
        }
    }

    /** Checks a microphone whenever there is no call, from now on; null is the machine's default. */
    public void listenTo(@Nullable String name) {
        worker.execute(() -> microphone.listenTo(name));
    }

    /** Checks no microphone between calls. */
    public void listenToNone() {
        worker.execute(microphone::listenToNone);
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
    }

    private void findDevices() {
        PhoneState.DeviceNames found = new PhoneState.DeviceNames(devices.microphones(), devices.speakers());
        state.updateAndGet(old -> old.with(found));
    }

    private void startRig() {
        try {
            rig = start.rig(describe().build());
            started.complete(state.updateAndGet(old -> old.in(Phase.READY)));
        } catch (CannotRun | WrongSetting | RuntimeException | LinkageError e) {
            boolean inWords = e.getMessage() != null && !(e instanceof LinkageError);
            String why = inWords ? e.getMessage() : e.toString();
            Trouble trouble = new Trouble("Sidetone cannot start: " + why + ".", "Start it again.");
            started.complete(state.updateAndGet(old -> old.in(Phase.BROKEN).with(trouble)));
        }
    }

    private static Rig warmRig(CallDescription description) throws CannotRun, WrongSetting {
        Rig cold = Rig.start(description);
        try {
            cold.warmUp();
            return cold;
        } catch (CannotRun | RuntimeException e) {
            cold.close();
            throw e;
        }
    }

    private void make(CallDescription description) {
        microphone.pause();
        Trouble trouble;
        try {
            trouble = talk(description);
        } catch (DeviceProblem problem) {
            trouble = Trouble.of(problem);
        } catch (WrongSetting e) {
            trouble = new Trouble("This agent cannot be called.", e.getMessage() + ".");
        } catch (CannotRun e) {
            trouble = new Trouble("The call broke off: " + e.getMessage() + ".", "Call again.");
            finish(now().call());
        } catch (RuntimeException e) {
            // Whatever it was, the person must be able to call again.
            trouble = new Trouble("The call broke inside Sidetone: " + e + ".", "Call again.");
            finish(now().call());
        }
        microphone.resume();
        recordings.tidy();
        Trouble found = trouble;
        state.updateAndGet(old -> old.in(Phase.READY).with(found));
    }

    /** A call that broke off ends with the result so far. */
    private static void finish(@Nullable PhoneCall broken) {
        if (broken != null && !broken.isOver()) {
            broken.finish(broken.result());
        }
    }

    /** Makes a call from dialling to its end; returns its first error, or null. */
    private @Nullable Trouble talk(CallDescription description) throws DeviceProblem, CannotRun, WrongSetting {
        Rig line = rig;
        if (line == null || now().phase() != Phase.DIALLING) {
            return null;
        }
        CallPlan plan = line.plan(description);
        ControllableCaller caller = WindowCaller.open(description.caller(), devices, clock);
        PhoneCall.FactListener listener = new PhoneCall.FactListener(this::answered);
        RigCall placed = line.call(plan, caller, recordings.place(), listener);
        PhoneCall call = new PhoneCall(placed, caller, clock, listener);
        if (state.updateAndGet(old -> old.with(call)).phase() == Phase.HANGING_UP) {
            call.hangUp();
        }
        placed.await();
        CallResult result = placed.close();
        call.finish(result);
        return Trouble.of(result);
    }

    /** The stream is open. On the timeline's thread. */
    private void answered() {
        state.updateAndGet(old -> old.phase() == Phase.DIALLING ? old.in(Phase.IN_CALL) : old);
    }

    private void stop() {
        microphone.listenToNone();
        if (rig != null) {
            rig.close();
        }
    }
}
