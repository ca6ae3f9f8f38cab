package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import org.jspecify.annotations.Nullable;

/**
 * The microphone between calls: its name, and a {@link MicrophoneCheck} of it whenever no call needs the device. Controlled by the phone's
 * own thread; level and problem are for any thread.
 */
final class IdleMicrophone {
    private final SoundDevices devices;
    private final NanoClock clock;
    private volatile @Nullable MicrophoneCheck check;
    private boolean wanted;
    private @Nullable String name;

    IdleMicrophone(SoundDevices devices, NanoClock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** Checks a microphone from now on; null is the machine's default. */
    void listenTo(@Nullable String microphone) {
        wanted = true;
        name = microphone;
        resume();
    }

    /** Checks none. */
    void listenToNone() {
        wanted = false;
        pause();
    }

    /** Releases the device for a call. */
    void pause() {
        MicrophoneCheck current = check;
        if (current != null) {
            check = null;
            current.close();
        }
    }

    /** Checks again after a call. */
    void resume() {
        pause();
        if (wanted) {
            check = MicrophoneCheck.start(new WindowDevices(devices, clock), name, clock);
        }
    }

    float dbm0() {
        MicrophoneCheck current = check;
        return current == null ? SpeechEnergy.FLOOR_DBM0 : current.dbm0();
    }

    @Nullable
    DeviceProblem problem() {
        MicrophoneCheck current = check;
        return current == null ? null : current.problem();
    }
}
