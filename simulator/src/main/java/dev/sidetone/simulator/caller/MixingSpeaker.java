package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Speaker;
import org.jspecify.annotations.Nullable;

/** Mixes the tones of pressed keys into what a speaker plays, for the person beside it only. On the line thread. */
public final class MixingSpeaker implements Speaker {
    private final Speaker speaker;
    private final short[] samples = new short[LineFrame.BYTES];
    private final short[] others = new short[LineFrame.BYTES];
    private @Nullable DtmfTone tone;

    public MixingSpeaker(Speaker speaker) {
        this.speaker = speaker;
    }

    /** Plays a key's tone from the next frame on. */
    void press(char digit) {
        tone = new DtmfTone(digit);
    }

    /** Plays two frames at once. */
    void play(LineFrame one, LineFrame other) {
        one.toPcm(samples);
        other.toPcm(others);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clipped(samples[i] + others[i]);
        }
        play(LineFrame.ofPcm(samples));
    }

    @Override
    public void play(LineFrame frame) {
        speaker.play(tone == null || tone.isOver() ? frame : withTone(frame, tone));
    }

    @Override
    public @Nullable DeviceProblem problem() {
        return speaker.problem();
    }

    @Override
    public long corrections() {
        return speaker.corrections();
    }

    @Override
    public void close() {
        speaker.close();
    }

    private LineFrame withTone(LineFrame frame, DtmfTone sounding) {
        frame.toPcm(samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clipped(samples[i] + sounding.sample());
        }
        return LineFrame.ofPcm(samples);
    }

    private static short clipped(int sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
    }
}
