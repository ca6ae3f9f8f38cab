package dev.sidetone.simulator.findings.encoding;

import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.fixtures.Voices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.BiConsumer;

/** A voice in formats that servers send in place of mu-law. */
public final class Recoded {
    private Recoded() {}

    /** As an encoder wrote it: {@code mp3}, {@code opus} and others, see {@code make.sh} beside them. */
    public static byte[] file(String kind) {
        try (InputStream in = Recoded.class.getResourceAsStream("/encoded/voice." + kind)) {
            return Objects.requireNonNull(in, kind).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All voices, one after the other. */
    public static byte[] voices(RawFormat format) {
        int samples = Voices.names().stream()
                .mapToInt(name -> Voices.open(name).samples().length)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(samples * format.bytes);
        out.order(format.name().endsWith("_BE") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (String name : Voices.names()) {
            for (short sample : Voices.open(name).samples()) {
                format.writer.accept(out, sample);
            }
        }
        return out.array();
    }

    /** Samples without a frame around them. */
    public enum RawFormat {
        ALAW(1, (out, sample) -> out.put(Alaw.encode(sample))),
        UNSIGNED_8(1, (out, sample) -> out.put((byte) ((sample >> 8) + 128))),
        SIGNED_8(1, (out, sample) -> out.put((byte) (sample >> 8))),
        PCM16_LE(2, ByteBuffer::putShort),
        PCM16_BE(2, ByteBuffer::putShort),
        FLOAT32_LE(4, (out, sample) -> out.putFloat(sample / 32_768f)),
        FLOAT32_BE(4, (out, sample) -> out.putFloat(sample / 32_768f));

        private final int bytes;

        @SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
        private final BiConsumer<ByteBuffer, Short> writer;

        RawFormat(int bytes, BiConsumer<ByteBuffer, Short> writer) {
            this.bytes = bytes;
            this.writer = writer;
        }
    }
}
