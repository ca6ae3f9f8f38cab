package dev.sidetone.simulator.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes WAV as programs write it: also with sizes that a streaming writer left at 0 or at their largest, in 64 bits (RF64), and several
 * WAVs one after the other. Stateless.
 */
final class WavSound {
    /** How a file begins: the first is what everybody writes, the others hold sizes of 64 bits. */
    static final List<String> HEADS = List.of("RIFF", "RF64", "BW64");

    private static final int HEAD_BYTES = 12;
    private static final long UNKNOWN = 0xFFFF_FFFFL;
    /** The position of the length of the sound in the chunk that has sizes of 64 bits. */
    private static final int DATA_SIZE_IN_DS64 = 8;

    private WavSound() {}

    static void decode(String name, byte[] bytes, LineSamples into) throws UnreadSound {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (!isHead(bytes, 0)) {
            throw new IllegalArgumentException(name + " is not a WAV file, though it begins as one: save it again");
        }
        boolean found = false;
        for (int at = 0; at >= 0 && isHead(bytes, at); ) {
            Wav wav = new Wav(in, at);
            found |= wav.decode(into);
            at = wav.next();
        }
        if (!found) {
            throw new IllegalArgumentException(name + " is a WAV without sound in it: record it again");
        }
    }

    private static boolean isHead(byte[] bytes, int at) {
        return at + HEAD_BYTES <= bytes.length
                && HEADS.contains(tag(bytes, at))
                && tag(bytes, at + 8).equals("WAVE");
    }

    private static String tag(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.US_ASCII);
    }

    /** One of the WAVs in a file. */
    private static final class Wav {
        private final ByteBuffer in;
        private final int start;
        private final long riffSize;
        private long longDataSize = UNKNOWN;
        private @Nullable WavFormat format;
        private int at;

        Wav(ByteBuffer in, int start) {
            this.in = in;
            this.start = start;
            this.riffSize = in.getInt(start + 4) & UNKNOWN;
            this.at = start + HEAD_BYTES;
        }

        /** Where another may begin. */
        int next() {
            return at;
        }

        /** Decodes its chunks up to the next WAV or the end; false if none of them is sound. */
        boolean decode(LineSamples into) throws UnreadSound {
            boolean found = false;
            byte[] bytes = in.array();
            while (at + 8 <= bytes.length && !isHead(bytes, at)) {
                String tag = tag(bytes, at);
                long declared = in.getInt(at + 4) & UNKNOWN;
                int rest = bytes.length - at - 8;
                if (tag.equals("data")) {
                    int size = dataSize(declared, rest);
                    WavFormat.known(format).decode(in, at + 8, size, into);
                    found = true;
                    at += 8 + size + (size & 1);
                    continue;
                }
                int size = (int) Math.min(declared, rest);
                if (tag.equals("fmt ") && size >= WavFormat.LEAST_BYTES) {
                    format = WavFormat.at(in, at + 8, size);
                } else if (tag.equals("ds64") && size >= 2 * DATA_SIZE_IN_DS64) {
                    longDataSize = in.getLong(at + 8 + DATA_SIZE_IN_DS64);
                }
                at += 8 + size + (size & 1);
            }
            return found;
        }

        /** The length of the sound: as declared, as RF64 has it, or all that is there when nobody knew when it was written. */
        private int dataSize(long declared, int rest) {
            long known = declared == UNKNOWN ? longDataSize : declared;
            boolean othersFollow = riffSize + 8 == (long) in.capacity() - start;
            boolean open = known == UNKNOWN || known < 0 || (known == 0 && rest > 0 && !othersFollow);
            return open ? toNextHead(rest) : (int) Math.min(known, rest);
        }

        private int toNextHead(int rest) {
            byte[] bytes = in.array();
            for (int from = at + 8; from + HEAD_BYTES <= bytes.length; from++) {
                if (bytes[from] == 'R' && isHead(bytes, from)) {
                    return from - at - 8;
                }
            }
            return rest;
        }
    }
}
