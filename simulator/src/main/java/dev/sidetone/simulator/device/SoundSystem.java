package dev.sidetone.simulator.device;

import java.util.List;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;

/** What a machine's sound system offers; its refusals are those of javax.sound. */
interface SoundSystem {
    /** Which way the sound goes. */
    enum Direction {
        INPUT,
        OUTPUT
    }

    /** The names of all devices of one direction. */
    List<String> names(Direction direction);

    /**
     * Opens and starts a line.
     *
     * @param name one of {@link #names}, exactly, or null for the default
     * @throws IllegalArgumentException if there is no such device or it has no such format
     */
    DeviceLine open(Direction direction, @Nullable String name, DeviceFormat format) throws LineUnavailableException;
}
