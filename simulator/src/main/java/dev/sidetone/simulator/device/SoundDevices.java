package dev.sidetone.simulator.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sound devices of a machine, by name. For any thread; opening a device may block for a moment. */
public interface SoundDevices {
    /** The names that {@code --mic} accepts, the machine's default first: those that are there at this moment. May block for a moment. */
    List<String> microphones();

    /** The names that {@code --speaker} accepts, likewise. */
    List<String> speakers();

    /**
     * Opens a microphone and starts it.
     *
     * @param name the device's name or a part of it, in any case; null for the machine's default
     */
    Microphone openMicrophone(@Nullable String name) throws DeviceProblem;

    /**
     * Opens a speaker and starts it.
     *
     * @param name the device's name or a part of it, in any case; null for the machine's default
     */
    Speaker openSpeaker(@Nullable String name) throws DeviceProblem;

    /**
     * Opens a speaker for two voices, one on each side, and starts it.
     *
     * @param name the device's name or a part of it, in any case; null for the machine's default
     */
    default StereoLine openStereo(@Nullable String name) throws DeviceProblem {
        throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no speaker.", "Plug one in.");
    }

    /** The devices of this machine. */
    static SoundDevices ofThisMachine() {
        return new SoundCards(new JavaSound());
    }
}
