package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fake sound devices: one microphone and one speaker that can be absent, fail and recover. */
final class FailingSoundDevices implements SoundDevices {
    final Mic mic = new Mic();
    final Loudspeaker loudspeaker = new Loudspeaker();

    @Nullable
    DeviceProblem micAtOpening;

    @Nullable
    DeviceProblem speakerAtOpening;

    static DeviceProblem problem(Kind kind) {
        return new DeviceProblem(kind, "It is " + kind + ".", "Do something.");
    }

    @Override
    public List<String> microphones() {
        return List.of("Mic");
    }

    @Override
    public List<String> speakers() {
        return List.of("Loudspeaker");
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        if (micAtOpening != null) {
            throw micAtOpening;
        }
        return mic;
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        if (speakerAtOpening != null) {
            throw speakerAtOpening;
        }
        return loudspeaker;
    }

    /** Gives the same frame for ever. */
    static final class Mic implements Microphone {
        LineFrame sound = LineFrame.SILENCE;

        @Nullable
        DeviceProblem problem;

        boolean closed;

        @Override
        public LineFrame next() {
            return sound;
        }

        @Override
        public @Nullable DeviceProblem problem() {
            return problem;
        }

        @Override
        public long corrections() {
            return 3;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Remembers what it played. */
    static final class Loudspeaker implements Speaker {
        final List<LineFrame> played = new ArrayList<>();

        @Nullable
        DeviceProblem problem;

        boolean closed;

        @Override
        public void play(LineFrame frame) {
            played.add(frame);
        }

        @Override
        public @Nullable DeviceProblem problem() {
            return problem;
        }

        @Override
        public long corrections() {
            return 4;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
