package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import org.jspecify.annotations.Nullable;

/** Measures a microphone's level between calls, so that a person sees whether it works. Its own daemon thread holds the device. */
final class MicrophoneCheck implements AutoCloseable {
    private final SoundDevices devices;
    private final @Nullable String name;
    private final NanoClock clock;
    private final Thread thread;
    private volatile boolean closed;
    private volatile float dbm0 = SpeechEnergy.FLOOR_DBM0;
    private volatile @Nullable DeviceProblem problem;

    private MicrophoneCheck(SoundDevices devices, @Nullable String name, NanoClock clock) {
        this.devices = devices;
        this.name = name;
        this.clock = clock;
        this.thread = new Thread(this::run, "microphone-check");
        thread.setDaemon(true);
    }

    static MicrophoneCheck start(SoundDevices devices, @Nullable String name, NanoClock clock) {
        MicrophoneCheck check = new MicrophoneCheck(devices, name, clock);
        check.thread.start();
        return check;
    }

    /** The current level, dBm0. Any thread. */
    float dbm0() {
        return dbm0;
    }

    /** The microphone's problem, or null. Any thread. */
    @Nullable
    DeviceProblem problem() {
        return problem;
    }

    /** Releases the device and waits until that is done. */
    @Override
    public void close() {
        closed = true;
        Park.wake(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (Microphone microphone = devices.openMicrophone(name)) {
            listen(microphone);
        } catch (DeviceProblem unusable) {
            problem = unusable;
        }
        dbm0 = SpeechEnergy.FLOOR_DBM0;
    }

    private void listen(Microphone microphone) {
        long nextNs = clock.nowNs();
        while (!closed) {
            LineFrame frame = microphone.next();
            dbm0 = Math.max(frame.dbm0(0), frame.dbm0(1));
            problem = microphone.problem();
            nextNs = Math.max(nextNs + LineFrame.NS, clock.nowNs());
            Park.forNs(nextNs - clock.nowNs());
        }
    }
}
