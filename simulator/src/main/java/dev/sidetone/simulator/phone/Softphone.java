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
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The phone behind a window: one call at a time, placed by a person. Commands and {@link #now} return at once, on any thread; whatever
 * blocks happens on the phone's own thread.
 */
public final class Softphone implements AutoCloseable {
    private static final long CLOSE_WAIT_S = 5;

    private final NanoClock clock = NanoClock.system();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Softphone::workerThread);
    private final AtomicReference<PhoneState> state = new AtomicReference<>(PhoneState.starting());
    private final SoundDevices devices;
    private final IdleMicrophone microphone;
    private final AgentMenu agents;
    private final KeptCalls recordings;
    private final Settings settings;
    private final Start start;
    private @Nullable Rig rig;

    /** Starts everything that a call needs. */
    @FunctionalInterface
    public interface Start {
        Rig rig(CallDescription description) throws CannotRun, WrongSetting;
    }

    private Softphone(SoundDevices devices, Settings settings, RecordingStore shelf, Start start) {
        this.devices = devices;
        this.start = start;
        this.agents = AgentMenu.of(settings);
        this.recordings = new KeptCalls(shelf);
        this.microphone = new IdleMicrophone(devices, clock);
        this.settings = settings;
    }

    /** A phone that starts nothing before it is told to {@link #begin}, and keeps its calls on {@code shelf}. */
    public static Softphone of(SoundDevices devices, Settings settings, RecordingStore shelf) {
        return starting(devices, settings, shelf, Rig::start);
    }

    /** The same with a start of one's own, which may fail. */
    public static Softphone starting(SoundDevices devices, Settings settings, RecordingStore shelf, Start start) {
        return new Softphone(devices, settings, shelf, start);
    }

    /** Begins to start everything. Once. */
    public void begin() {
        worker.execute(this::lookForCards);
        worker.execute(this::startRig);
        worker.execute(recordings::look);
    }

    private static Thread workerThread(Runnable work) {
        Thread thread = new Thread(work, "phone");
        thread.setDaemon(true);
        return thread;
    }

    /** How things stand. */
    public PhoneState now() {
        return Objects.requireNonNull(state.get());
    }

    /** Whom the embedded bridge can dial. */
    public AgentMenu agents() {
        return agents;
    }

    /** The calls that are kept. */
    public KeptCalls recordings() {
        return recordings;
    }

    /** Deletes every call that is kept, once no call is being made. */
    public void deleteRecordings() {
        worker.execute(recordings::clear);
    }

    /** Counts them anew and drops the oldest of too many, when calls were kept that this phone did not make. */
    public void tidyRecordings() {
        worker.execute(recordings::tidy);
    }

    /** A description of the demo call, signed as the settings say, in which what differs is set. */
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

    /** Ends the call there is, also one that is being dialled. */
    public void hangUp() {
        PhoneState now = state.updateAndGet(old -> old.isOnThePhone() ? old.in(Phase.HANGING_UP) : old);
        if (now.phase() == Phase.HANGING_UP && now.call() != null) {
            now.call().hangUp();
        }
    }

    /** Presses a key in the call there is. */
    public void press(char digit) {
        PhoneState now = now();
        if (now.phase() == Phase.IN_CALL && now.call() != null) {
            now.call().press(digit);
        }
    }

    /** Silences the caller in the call there is, or lets it be heard again. */
    public void mute(boolean silent) {
        PhoneState now = now();
        if (now.phase() == Phase.IN_CALL && now.call() != null) {
            now.call().mute(silent);
        }
    }

    /** Listens to a microphone whenever there is no call, from now on; null is the machine's default. */
    public void listenTo(@Nullable String name) {
        worker.execute(() -> microphone.listenTo(name));
    }

    /** Listens to no microphone between calls. */
    public void listenToNone() {
        worker.execute(microphone::listenToNone);
    }

    /** How loud the microphone is between calls, dBm0. */
    public float microphoneDbm0() {
        return microphone.dbm0();
    }

    /** What is wrong with the microphone between calls, or null. */
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

    private void lookForCards() {
        PhoneState.Cards cards = new PhoneState.Cards(devices.microphones(), devices.speakers());
        state.updateAndGet(old -> old.with(cards));
    }

    private void startRig() {
        try {
            Rig started = start.rig(describe().build());
            rig = started;
            started.warmUp();
            state.updateAndGet(old -> old.in(Phase.READY));
        } catch (CannotRun | WrongSetting | RuntimeException e) {
            Trouble trouble = new Trouble("Sidetone cannot start: " + e.getMessage() + ".", "Start it again.");
            state.updateAndGet(old -> old.in(Phase.BROKEN).with(trouble));
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
            putDown(now().call());
        } catch (RuntimeException e) {
            // Whatever it was, the person must be able to call again.
            trouble = new Trouble("The call broke inside Sidetone: " + e + ".", "Call again.");
            putDown(now().call());
        }
        microphone.resume();
        recordings.tidy();
        Trouble found = trouble;
        state.updateAndGet(old -> old.in(Phase.READY).with(found));
    }

    /** A call that broke off has the numbers that it has. */
    private static void putDown(@Nullable PhoneCall broken) {
        if (broken != null && !broken.isOver()) {
            broken.over(broken.result());
        }
    }

    /** Makes a call from dialling to its end; answers what was wrong with it, or null. */
    private @Nullable Trouble talk(CallDescription description) throws DeviceProblem, CannotRun, WrongSetting {
        Rig line = rig;
        if (line == null || now().phase() != Phase.DIALLING) {
            return null;
        }
        ControllableCaller caller = WindowCaller.open(description.caller(), devices, clock);
        PhoneCall.Watch watch = new PhoneCall.Watch(this::answered);
        RigCall placed = line.call(description, caller, recordings.place(), watch);
        PhoneCall call = new PhoneCall(placed, caller, clock, watch);
        if (state.updateAndGet(old -> old.with(call)).phase() == Phase.HANGING_UP) {
            call.hangUp();
        }
        placed.await();
        CallResult result = placed.close();
        call.over(result);
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
