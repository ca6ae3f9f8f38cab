package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * A speaker in place of one that is not there yet: it plays nothing. Immutable.
 *
 * @param problem the reason why there is none, or null where nobody is to be told in the call
 */
record AbsentSpeaker(@Nullable DeviceProblem problem) implements Speaker {
    @Override
    public void play(LineFrame frame) {}

    @Override
    public long corrections() {
        return 0;
    }

    @Override
    public void close() {}
}
