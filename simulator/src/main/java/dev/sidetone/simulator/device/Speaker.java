package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/** An open speaker. Used on the line thread, whose clock is the master; no method blocks. */
public interface Speaker extends AutoCloseable {
    /** Plays the next 20 ms. Called once per tick. */
    void play(LineFrame frame);

    /** The current failure, or null. */
    @Nullable
    DeviceProblem problem();

    /** The number of clock corrections so far: audio dropped or repeated to keep step with the line. */
    long corrections();

    /** Releases the device; its thread ends soon after. */
    @Override
    void close();
}
