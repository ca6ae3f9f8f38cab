package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/** An open microphone. Used on the line thread, whose clock is the master; nothing here blocks. */
public interface Microphone extends AutoCloseable {
    /** The next 20 ms, called once a tick; silence while there is nothing. */
    LineFrame next();

    /** What is wrong with it now, or null. */
    @Nullable
    DeviceProblem problem();

    /** How often its clock was brought into step with the line's by leaving out or repeating a little sound. */
    long corrections();

    /** Lets the device go; its thread ends by itself soon after. */
    @Override
    void close();
}
