package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.phone.PhoneState.DeviceNames;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.CallerChoice;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Follows the machine's sound devices for a phone: lists them every few seconds, opens another one for a running call when a person chooses it,
 * the machine's default changes or a lost one is back, and plays the test tone. Everything that blocks is on its own daemon thread; commands
 * return at once, on any thread.
 */
public final class DeviceMonitor implements AutoCloseable {
    /** How often the devices are listed. */
    static final long SCAN_EVERY_MS = 3_000;

    private static final String MICROPHONE = "microphone";
    private static final String SPEAKER = "speaker";

    private final SoundDevices devices;
    private final long everyMs;
    private final SoundTest test;
    private final Consumer<DeviceNames> changed;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "sound-devices");
    private volatile boolean closed;
    private volatile @Nullable Trouble trouble;

    // Used on its own thread only.
    private @Nullable DeviceNames known;
    private @Nullable InCall call;

    /** The devices of the running call, what was chosen for it (null is the machine's default), and who is told of others. */
    private record InCall(
            WindowDevices devices, @Nullable String microphone, @Nullable String speaker, ControllableCaller caller) {}

    /** {@code changed} takes the names whenever they are others than before, on the monitor's thread. */
    DeviceMonitor(SoundDevices devices, long everyMs, NanoClock clock, Consumer<DeviceNames> changed) {
        this.devices = devices;
        this.everyMs = everyMs;
        this.test = new SoundTest(devices, clock);
        this.changed = changed;
        thread.setDaemon(true);
    }

    /** Lists the devices, and goes on doing so. Once. */
    void begin() {
        scan();
        thread.start();
    }

    /** Lists the devices soon. */
    public void scan() {
        work.add(this::look);
    }

    /**
     * Opens the caller of a call, and follows its devices from now on. On the phone's thread; blocks for as long as the sound system does.
     *
     * @throws DeviceProblem if a device that was named cannot be used
     */
    ControllableCaller followed(CallerChoice choice, NanoClock clock) throws DeviceProblem, WrongSetting {
        return followed(choice, clock, caller -> caller);
    }

    /** The same with {@code inside} around the caller and within the person's controls. */
    ControllableCaller followed(CallerChoice choice, NanoClock clock, UnaryOperator<Caller> inside)
            throws DeviceProblem, WrongSetting {
        return follow(WindowCaller.open(choice, devices, clock, inside), choice.mic(), choice.speaker());
    }

    /** The same for {@code caller}, who needs no device: a person listens on the speaker; null is the machine's default, if it has one. */
    ControllableCaller overheard(Caller caller, @Nullable String speaker, NanoClock clock) throws DeviceProblem {
        return follow(WindowCaller.overheard(caller, speaker, devices, clock), null, speaker);
    }

    private ControllableCaller follow(
            WindowCaller.Opened opened, @Nullable String microphone, @Nullable String speaker) {
        work.add(() -> call = new InCall(opened.devices(), microphone, speaker, opened.caller()));
        return opened.caller();
    }

    /** Follows no call any more. */
    void unfollow() {
        work.add(() -> call = null);
    }

    /** Opens another microphone for the call that runs, if one does; null is the machine's default. */
    public void useMicrophone(@Nullable String name) {
        work.add(() -> switchMicrophone(name));
    }

    /** Opens another speaker for the call that runs, if one does; null is the machine's default. */
    public void useSpeaker(@Nullable String name) {
        work.add(() -> switchSpeaker(name));
    }

    /** Plays a tone on a speaker; null is the machine's default. */
    public void test(@Nullable String speaker) {
        trouble = null;
        work.add(() -> trouble = test.play(speaker));
    }

    /** What was wrong with the device that was opened or tested last, or null. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** Runs {@code then} after everything that was asked for before. */
    void afterAll(Runnable then) {
        work.add(then);
    }

    private void run() {
        try {
            while (!closed) {
                Runnable next = work.poll(everyMs, TimeUnit.MILLISECONDS);
                if (next == null) {
                    look();
                } else {
                    next.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        DeviceNames before = known;
        DeviceNames now = new DeviceNames(
                stillThere(devices.microphones(), before == null ? List.of() : before.microphones(), true),
                stillThere(devices.speakers(), before == null ? List.of() : before.speakers(), false));
        known = now;
        if (!now.equals(before)) {
            changed.accept(now);
        }
        keepUp(now, before);
    }

    /** Some systems do not list a device while a call holds it: one that plays or records is there. */
    private List<String> stillThere(List<String> listed, List<String> before, boolean microphones) {
        InCall running = call;
        if (!listed.isEmpty() || running == null) {
            return listed;
        }
        boolean lacks = microphones ? running.devices.lacksMicrophone() : running.devices.lacksSpeaker();
        return lacks ? listed : before;
    }

    /** Opens a call's lost device once it is back, and the default anew when there are other devices than before. */
    private void keepUp(DeviceNames now, @Nullable DeviceNames before) {
        InCall running = call;
        if (running == null) {
            return;
        }
        boolean otherMicrophones = before != null && !before.microphones().equals(now.microphones());
        if (needs(running.devices.lacksMicrophone(), running.microphone, now.microphones(), otherMicrophones)) {
            switchMicrophone(running.microphone);
        }
        boolean otherSpeakers = before != null && !before.speakers().equals(now.speakers());
        if (needs(running.devices.lacksSpeaker(), running.speaker, now.speakers(), otherSpeakers)) {
            switchSpeaker(running.speaker);
        }
    }

    private static boolean needs(boolean lacks, @Nullable String chosen, List<String> there, boolean others) {
        if (there.isEmpty()) {
            return false;
        }
        return chosen == null ? lacks || others : lacks && there.contains(chosen);
    }

    private void switchMicrophone(@Nullable String name) {
        InCall running = call;
        if (running != null) {
            call = new InCall(running.devices, name, running.speaker, running.caller);
            report(MICROPHONE, name, running, () -> running.devices.switchMicrophone(name));
        }
    }

    private void switchSpeaker(@Nullable String name) {
        InCall running = call;
        if (running != null) {
            call = new InCall(running.devices, running.microphone, name, running.caller);
            report(SPEAKER, name, running, () -> running.devices.switchSpeaker(name));
        }
    }

    private void report(String kind, @Nullable String name, InCall running, Switching switching) {
        try {
            if (switching.done()) {
                running.caller.deviceChanged(kind, name == null ? "" : name);
            }
            trouble = null;
        } catch (DeviceProblem problem) {
            trouble = Trouble.of(problem);
        }
    }

    private interface Switching {
        boolean done() throws DeviceProblem;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
