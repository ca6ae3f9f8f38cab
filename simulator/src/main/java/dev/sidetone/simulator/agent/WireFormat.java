package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.Mulaw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The encoding of a fake's audio in one direction: one that bridges know, or another that its vendor has, which is carried as one of those.
 * Immutable.
 *
 * @param carrier the format between line and coding
 * @param coding the step from there to the wire
 */
public record WireFormat(AudioFormat carrier, Coding coding) {
    /** The line's own. */
    public static final WireFormat MULAW = of(AudioFormat.MULAW);
    /** G.711 A-law at 8 kHz. */
    public static final WireFormat ALAW = new WireFormat(AudioFormat.MULAW, Coding.ALAW);

    /** The last step to the wire. */
    public enum Coding {
        /** None. */
        PLAIN,
        /** A-law for mu-law. */
        ALAW,
        /** 32-bit floating point for 16-bit PCM. */
        FLOAT32
    }

    public static WireFormat of(AudioFormat format) {
        return new WireFormat(format, Coding.PLAIN);
    }

    /** 32-bit little-endian floating point at {@code rateHz}. */
    public static WireFormat float32(int rateHz) {
        return new WireFormat(AudioFormat.pcm16(rateHz), Coding.FLOAT32);
    }

    byte[] toCarrier(byte[] wire) {
        return switch (coding) {
            case PLAIN -> wire;
            case ALAW -> mapped(wire, code -> Mulaw.encode(Alaw.decode(code)));
            case FLOAT32 -> {
                ByteBuffer in = ByteBuffer.wrap(wire).order(ByteOrder.LITTLE_ENDIAN);
                ByteBuffer out = ByteBuffer.allocate(wire.length / 4 * 2).order(ByteOrder.LITTLE_ENDIAN);
                while (in.remaining() >= 4) {
                    out.putShort((short) Math.max(-32_768, Math.min(32_767, Math.round(in.getFloat() * 32_768))));
                }
                yield out.array();
            }
        };
    }

    byte[] toWire(byte[] carried) {
        return switch (coding) {
            case PLAIN -> carried;
            case ALAW -> mapped(carried, code -> Alaw.encode(Mulaw.decode(code)));
            case FLOAT32 -> {
                ByteBuffer in = ByteBuffer.wrap(carried).order(ByteOrder.LITTLE_ENDIAN);
                ByteBuffer out = ByteBuffer.allocate(carried.length / 2 * 4).order(ByteOrder.LITTLE_ENDIAN);
                while (in.remaining() >= 2) {
                    out.putFloat(in.getShort() / 32_768f);
                }
                yield out.array();
            }
        };
    }

    /** Turns one code into another. */
    private interface Code {
        byte as(byte code);
    }

    private static byte[] mapped(byte[] codes, Code change) {
        byte[] other = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            other[i] = change.as(codes[i]);
        }
        return other;
    }
}
