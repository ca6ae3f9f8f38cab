package dev.sidetone.simulator.device;

import java.util.List;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;

/** The sound system of a machine: it lists devices and opens them. It throws the exceptions of javax.sound. */
interface SoundSystem {
    /** The kind of a sound device. */
    enum DeviceType {
        MICROPHONE,
        SPEAKER
    }

    /** Returns the names of all devices of one type. */
    List<String> names(DeviceType type);

    /**
     * Opens and starts a device.
     *
     * @param name exactly one of {@link #names}, or null for the default device
     * @throws IllegalArgumentException if the device does not exist or does not support the format
     */
    DeviceLine open(DeviceType type, @Nullable String name, DeviceFormat format) throws LineUnavailableException;
}
