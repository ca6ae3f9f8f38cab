package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/** An open microphone. Used on the line thread, whose clock is the master; no method blocks. */
public interface Microphone extends AutoCloseable {
    /** Returns the next 20 ms, or silence while no audio is available. Called once per tick. */
    LineFrame next();

    /** The current failure, or null. */
    @Nullable
    DeviceProblem problem();

    /** The number of clock corrections so far: audio dropped or repeated to keep step with the line. */
    long corrections();

    /** Releases the device; its thread ends soon after. */
    @Override
    void close();
}
