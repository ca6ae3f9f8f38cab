package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A spoken clip as line frames, with the edges of its speech on the line's 10 ms grid. Immutable, for any thread.
 *
 * @param name the name used in messages
 * @param frames the audio
 * @param speechStart the first voiced sample
 * @param speechEnd the sample after the last voiced one
 */
public record Clip(String name, List<LineFrame> frames, int speechStart, int speechEnd) {

    /** Creates a clip from linear 8 kHz samples with known edges. */
    public static Clip of(String name, short[] samples, int speechStart, int speechEnd) {
        List<LineFrame> frames = new ArrayList<>();
        for (int at = 0; at < samples.length; at += LineFrame.BYTES) {
            frames.add(LineFrame.ofPcm(Arrays.copyOfRange(samples, at, at + LineFrame.BYTES)));
        }
        return new Clip(name, List.copyOf(frames), speechStart, speechEnd);
    }

    /**
     * Creates a clip from linear 8 kHz samples and detects the edges by energy.
     *
     * @throws IllegalArgumentException if there is no speech in them
     */
    public static Clip of(String name, short[] samples) {
        byte[] mulaw = new byte[samples.length];
        Mulaw.encode(samples, mulaw);
        int first = -1;
        int last = -1;
        for (int at = 0; at + SpeechEnergy.WINDOW <= mulaw.length; at += SpeechEnergy.WINDOW) {
            if (SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, at, SpeechEnergy.WINDOW))) {
                first = first < 0 ? at : first;
                last = at;
            }
        }
        if (first < 0) {
            throw new IllegalArgumentException(name + " has no speech in it: nothing above "
                    + (int) SpeechEnergy.AUDIBLE_DBM0 + " dBm0; record it louder");
        }
        return of(name, samples, first, last + SpeechEnergy.WINDOW);
    }
}
