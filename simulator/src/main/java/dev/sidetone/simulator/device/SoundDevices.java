package dev.sidetone.simulator.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sound devices of a machine, by the names that people type. For any thread; opening may take a moment. */
public interface SoundDevices {
    /** What {@code --mic} can name. Java on Linux lists devices once, at its start. */
    List<String> microphones();

    /** What {@code --speaker} can name. */
    List<String> speakers();

    /**
     * Opens a microphone and starts it.
     *
     * @param name the device's name or a part of it in any case, or null for the machine's default
     */
    Microphone openMicrophone(@Nullable String name) throws DeviceProblem;

    /**
     * Opens a speaker and starts it.
     *
     * @param name the device's name or a part of it in any case, or null for the machine's default
     */
    Speaker openSpeaker(@Nullable String name) throws DeviceProblem;

    /** Those of the machine this runs on. */
    static SoundDevices ofThisMachine() {
        return new SoundCards(new JavaSound());
    }
}
