package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Detects where the caller's speech starts and where it was last heard, by energy above the line's {@link LineNoise}, on 10 ms windows of
 * the audio as it comes in. Knows no time but the stamps it is given; its owner, the controller, decides when enough silence has
 * passed.
 */
final class TurnDetector {
    /** So much must be voiced before it counts as speaking: a click is not a turn. */
    static final int ONSET_MS = 60;

    private static final int ONSET_WINDOWS = ONSET_MS * LineFrame.RATE_HZ / 1000 / SpeechEnergy.WINDOW;

    private final LineNoise noise = new LineNoise();
    private final byte[] window = new byte[SpeechEnergy.WINDOW];
    private int filled;
    private long received;

    /** Voiced windows towards an onset; every unvoiced one takes one back, so that a breath inside a word does not start it over. */
    private int voiced;

    private boolean speaking;
    private long onsetSample;
    private long onsetAtNs;
    private long voicedEndSample;
    private long lastVoicedAtNs;
    private int voicedSamples;

    /** Takes in audio that arrived at {@code atNs}; true if with it the caller has started to speak. */
    boolean hear(byte[] mulaw, long atNs) {
        long firstSample = received;
        boolean onset = false;
        for (byte code : mulaw) {
            window[filled++] = code;
            received++;
            if (filled == window.length) {
                filled = 0;
                onset |= judge(firstSample, atNs);
            }
        }
        return onset;
    }

    private boolean judge(long firstSample, long atNs) {
        if (!noise.isVoiced(SpeechEnergy.dbm0(window, 0, window.length))) {
            voiced = Math.max(0, voiced - 1);
            return false;
        }
        if (voiced == 0 && !speaking) {
            onsetSample = received - window.length;
            onsetAtNs = atNs;
        }
        voiced = Math.min(voiced + 1, ONSET_WINDOWS);
        voicedEndSample = received;
        lastVoicedAtNs = atNs;
        voicedSamples = (int) (received - firstSample);
        if (speaking || voiced < ONSET_WINDOWS) {
            return false;
        }
        speaking = true;
        return true;
    }

    /** The caller's turn is over, or what was heard of it is to be forgotten. */
    void rest() {
        speaking = false;
        voiced = 0;
    }

    boolean speaking() {
        return speaking;
    }

    /** The position, in all the audio, at which the present turn's first voiced window begins. */
    long onsetMs() {
        return ms(onsetSample);
    }

    /** The arrival of that window. */
    long onsetAtNs() {
        return onsetAtNs;
    }

    /** The position, in all the audio, at which the last voiced window ends. */
    long voicedEndMs() {
        return ms(voicedEndSample);
    }

    /** The arrival of the last voiced audio. */
    long lastVoicedAtNs() {
        return lastVoicedAtNs;
    }

    /** The number of samples of that piece of audio up to the end of its last voiced window. */
    int voicedSamples() {
        return voicedSamples;
    }

    /** The audio received since the last voiced window. */
    long silentMs() {
        return ms(received - voicedEndSample);
    }

    private static long ms(long samples) {
        return samples * 1000 / LineFrame.RATE_HZ;
    }
}
