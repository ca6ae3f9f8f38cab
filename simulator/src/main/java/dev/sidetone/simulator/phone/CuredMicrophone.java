package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import org.jspecify.annotations.Nullable;

/** A microphone whose problems come with the window's cures. On the line thread. */
record CuredMicrophone(Microphone microphone) implements Microphone {
    @Override
    public LineFrame next() {
        return microphone.next();
    }

    @Override
    public @Nullable DeviceProblem problem() {
        DeviceProblem problem = microphone.problem();
        return problem == null ? null : DeviceCures.microphone(problem);
    }

    @Override
    public long corrections() {
        return microphone.corrections();
    }

    @Override
    public void close() {
        microphone.close();
    }
}
