package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.ProbeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's side of a {@link FakeCall}: turns and probes, each as loud as the other. */
final class FakeMouth {
    private record Sound(long fromNs, long untilNs, @Nullable ProbeKind probe) {}

    private final List<Sound> sounds = new ArrayList<>();

    /** A turn, or a probe. */
    void sounds(long fromNs, long untilNs, @Nullable ProbeKind probe) {
        sounds.add(new Sound(fromNs, untilNs, probe));
    }

    /** The edges that lie in the 20 ms before {@code atNs}: of turns too, or of probes alone. */
    void announceEdges(long atNs, CallTimeline timeline, boolean turns) {
        for (Sound sound : sounds) {
            ProbeKind probe = sound.probe;
            if (probe == null && !turns) {
                continue;
            }
            if (sound.fromNs >= atNs - LineFrame.NS && sound.fromNs < atNs) {
                timeline.add(
                        probe == null
                                ? new Fact.CallerStarted(atNs, sound.fromNs)
                                : new Fact.ProbeStarted(atNs, sound.fromNs, probe));
            }
            if (sound.untilNs > atNs - LineFrame.NS && sound.untilNs <= atNs) {
                timeline.add(
                        probe == null
                                ? new Fact.CallerEnded(atNs, sound.untilNs)
                                : new Fact.ProbeEnded(atNs, sound.untilNs));
            }
        }
    }

    /** The sound of the 20 ms before {@code atNs}. */
    LineFrame said(long atNs) {
        long fromNs = atNs - LineFrame.NS;
        byte[] codes = new byte[LineFrame.BYTES];
        Arrays.fill(codes, Mulaw.SILENCE);
        for (Sound sound : sounds) {
            for (int i = 0; sound.fromNs < atNs && sound.untilNs > fromNs && i < codes.length; i++) {
                long sampleNs = fromNs + i * LineFrame.SAMPLE_NS;
                codes[i] = sound.fromNs <= sampleNs && sampleNs < sound.untilNs ? FakeCall.LOUD : codes[i];
            }
        }
        return LineFrame.of(codes);
    }
}
