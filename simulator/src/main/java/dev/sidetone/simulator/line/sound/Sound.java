package dev.sidetone.simulator.line.sound;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import java.util.Arrays;

/** A sound that the carrier itself plays to the caller: words, a tone or a pause, frame by frame. Owned by its call, on the line thread. */
public final class Sound {
    private final byte[] mulaw;
    private long framesLeft;
    private int nextByte;

    private Sound(byte[] mulaw, long frames) {
        this.mulaw = mulaw;
        this.framesLeft = frames;
    }

    /** Silence for {@code frames}. */
    public static Sound silence(long frames) {
        return new Sound(new byte[0], frames);
    }

    /** The words in {@code mulaw}, {@code times} over; each time begins on a frame of its own. */
    public static Sound words(byte[] mulaw, long times) {
        return new Sound(mulaw, frames(mulaw) * times);
    }

    /** The sound in {@code mulaw}, over and over, for {@code frames}. */
    public static Sound around(byte[] mulaw, long frames) {
        return new Sound(mulaw, mulaw.length == 0 ? 0 : frames);
    }

    public boolean isOver() {
        return framesLeft == 0;
    }

    /** The next 20 ms. */
    public LineFrame next() {
        framesLeft--;
        if (mulaw.length == 0) {
            return LineFrame.SILENCE;
        }
        byte[] frame = new byte[LineFrame.BYTES];
        int bytes = Math.min(LineFrame.BYTES, mulaw.length - nextByte);
        System.arraycopy(mulaw, nextByte, frame, 0, bytes);
        Arrays.fill(frame, bytes, LineFrame.BYTES, Mulaw.SILENCE);
        nextByte += bytes;
        if (nextByte == mulaw.length) {
            nextByte = 0;
        }
        return LineFrame.of(frame);
    }

    private static long frames(byte[] mulaw) {
        return (mulaw.length + LineFrame.BYTES - 1L) / LineFrame.BYTES;
    }
}
