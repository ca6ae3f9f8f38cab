package dev.sidetone.simulator.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A machine without sound. */
public final class NoSoundDevices implements SoundDevices {
    @Override
    public List<String> microphones() {
        return List.of();
    }

    @Override
    public List<String> speakers() {
        return List.of();
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no microphone.", "Plug one in.");
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no speaker.", "Plug one in.");
    }
}
