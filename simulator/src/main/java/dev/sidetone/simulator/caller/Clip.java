package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.ProbeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clip of the caller's side as line frames, with the edges of its sound on the line's 10 ms grid. Immutable, for any thread.
 *
 * @param name the name used in messages
 * @param frames the audio
 * @param speechStart the first voiced sample
 * @param speechEnd the sample after the last voiced one
 * @param probe the kind of probe that it is: heard by the agent, and no turn; null for a turn
 * @param words what is said in it, or null where nobody knows
 */
public record Clip(
        String name,
        List<LineFrame> frames,
        int speechStart,
        int speechEnd,
        @Nullable ProbeKind probe,
        @Nullable String words) {
    /** Where a window is quieter, there is no noise that would be audible in another. */
    private static final float NOISELESS_DBM0 = -60;

    /** A turn. */
    public Clip(String name, List<LineFrame> frames, int speechStart, int speechEnd) {
        this(name, frames, speechStart, speechEnd, null, null);
    }

    /** The same sound as a probe of {@code kind}, to which no agent should react. */
    public Clip asProbe(ProbeKind kind) {
        return new Clip(name, frames, speechStart, speechEnd, kind, words);
    }

    /** The same sound, in which {@code text} is said. */
    public Clip saying(String text) {
        return new Clip(name, frames, speechStart, speechEnd, probe, text);
    }

    /** Creates a clip from linear 8 kHz samples with known edges. */
    public static Clip of(String name, short[] samples, int speechStart, int speechEnd) {
        return new Clip(name, frames(samples), speechStart, speechEnd);
    }

    private static List<LineFrame> frames(short[] samples) {
        List<LineFrame> frames = new ArrayList<>();
        for (int at = 0; at < samples.length; at += LineFrame.BYTES) {
            frames.add(LineFrame.ofPcm(Arrays.copyOfRange(samples, at, at + LineFrame.BYTES)));
        }
        return List.copyOf(frames);
    }

    /**
     * Creates a clip from linear 8 kHz samples and detects the edges: of all that is audible where there is no noise, else of the voice in them.
     *
     * @throws IllegalArgumentException if nothing in them is audible
     */
    public static Clip of(String name, short[] samples) {
        List<LineFrame> frames = frames(samples);
        VoiceDetector detector = new VoiceDetector();
        int firstVoiced = -1;
        int lastVoiced = -1;
        int first = -1;
        int last = -1;
        float quietest = Float.MAX_VALUE;
        for (int at = 0; at + SpeechEnergy.WINDOW <= samples.length; at += SpeechEnergy.WINDOW) {
            LineFrame frame = frames.get(at / LineFrame.BYTES);
            float dbm0 = frame.dbm0(at / SpeechEnergy.WINDOW % 2);
            if (detector.isVoiced(dbm0, frame, at % LineFrame.BYTES)) {
                firstVoiced = firstVoiced < 0 ? at : firstVoiced;
                lastVoiced = at;
            }
            quietest = Math.min(quietest, dbm0);
            if (SpeechEnergy.isAudible(dbm0)) {
                first = first < 0 ? at : first;
                last = at;
            }
        }
        if (first < 0) {
            throw new IllegalArgumentException(name + " has no speech in it: nothing above "
                    + (int) SpeechEnergy.AUDIBLE_DBM0 + " dBm0; record it louder");
        }
        // Without noise all that is audible is the speaker's, an s before the first vowel too.
        return firstVoiced < 0 || quietest < NOISELESS_DBM0
                ? new Clip(name, frames, first, last + SpeechEnergy.WINDOW)
                : new Clip(name, frames, firstVoiced, lastVoiced + SpeechEnergy.WINDOW);
    }
}
