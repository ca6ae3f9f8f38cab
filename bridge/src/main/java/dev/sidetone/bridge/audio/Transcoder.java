package dev.sidetone.bridge.audio;

import java.util.Base64;

/**
 * Converts audio between the line's mu-law and an agent's format, both ways, without seams between chunks. Mu-law is passed on as the
 * text that it came in. One per conversation, on its loop.
 */
public final class Transcoder {
    private final AudioFormat format;
    private final Resampler toWire;
    private Resampler toLine;
    /** The first byte of a sample whose second is in the next chunk, or -1. */
    private int half = -1;

    /** @param format the agent's format */
    public Transcoder(AudioFormat format) {
        this.format = format;
        this.toWire = new Resampler(LineFrame.RATE_HZ, format.rateHz());
        this.toLine = new Resampler(format.rateHz(), LineFrame.RATE_HZ);
    }

    /** From the line to the agent, as base64. */
    public String toWireText(MulawChunk line) {
        return format.mulaw() ? line.base64() : Base64.getEncoder().encodeToString(toWire(line));
    }

    /**
     * From the line to the agent, as bytes.
     *
     * @throws IllegalArgumentException if the chunk is not base64
     */
    public byte[] toWire(MulawChunk line) {
        byte[] mulaw = line.decode();
        if (format.mulaw()) {
            return mulaw;
        }
        short[] samples = new short[mulaw.length];
        Mulaw.decode(mulaw, samples);
        return bytes(toWire.resample(samples));
    }

    /**
     * From the agent to the line, from base64 in any form that servers write: what goes to Twilio is in the one that it takes.
     *
     * @throws IllegalArgumentException if it is not base64
     */
    public MulawChunk toLineText(String base64) {
        String standard = Base64Text.standard(base64);
        return format.mulaw()
                ? MulawChunk.ofBase64(standard)
                : toLine(Base64.getDecoder().decode(standard));
    }

    /** From the agent to the line, from bytes; half a sample at the end is kept for the next chunk. */
    public MulawChunk toLine(byte[] wire) {
        if (format.mulaw()) {
            return MulawChunk.of(wire);
        }
        short[] samples = toLine.resample(samples(wire));
        byte[] mulaw = new byte[samples.length];
        Mulaw.encode(samples, mulaw);
        return MulawChunk.of(mulaw);
    }

    /** Starts a new answer, whose audio does not continue what came before. */
    public void newAnswer() {
        half = -1;
        toLine = toLine.another();
    }

    private short[] samples(byte[] wire) {
        int carried = half < 0 ? 0 : 1;
        short[] samples = new short[(wire.length + carried) / 2];
        for (int i = 0; i < samples.length; i++) {
            int low = i * 2 - carried;
            samples[i] = (short) ((low < 0 ? half : wire[low] & 0xFF) | wire[low + 1] << 8);
        }
        half = (wire.length + carried) % 2 == 0 ? -1 : wire.length == 0 ? half : wire[wire.length - 1] & 0xFF;
        return samples;
    }

    private static byte[] bytes(short[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }
}
