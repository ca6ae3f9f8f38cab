package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Speaker;
import org.jspecify.annotations.Nullable;

/** A speaker whose problems come with the window's cures. On the line thread. */
record CuredSpeaker(Speaker speaker) implements Speaker {
    @Override
    public void play(LineFrame frame) {
        speaker.play(frame);
    }

    @Override
    public @Nullable DeviceProblem problem() {
        DeviceProblem problem = speaker.problem();
        return problem == null ? null : DeviceCures.speaker(problem);
    }

    @Override
    public long corrections() {
        return speaker.corrections();
    }

    @Override
    public void close() {
        speaker.close();
    }
}
