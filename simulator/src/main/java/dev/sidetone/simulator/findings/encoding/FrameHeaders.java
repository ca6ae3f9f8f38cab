package dev.sidetone.simulator.findings.encoding;

/**
 * Reads the headers of frames that say how long they are. Stateless. Sources: ISO/IEC 11172-3 and 13818-3 (MP3), 13818-7 (ADTS), Matroska's
 * specification (SimpleBlock).
 */
final class FrameHeaders {
    private static final int[] KBIT_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBIT_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATE_HZ = {44_100, 48_000, 32_000};
    private static final int LONGEST_ADTS = 2_048;
    private static final int RESERVED = 3;
    private static final int MPEG_1 = 3;
    private static final int RESERVED_VERSION = 1;
    private static final int LAYER_3 = 1;
    private static final int HIGHEST_ADTS_RATE = 12;

    private FrameHeaders() {}

    /** MPEG 1, 2 or 2.5, layer III: all but bitrate, padding and the stereo extension is shared. */
    static long mp3(long eight) {
        int head = (int) (eight >>> 32);
        int version = head >>> 19 & 3;
        int bitrate = head >>> 12 & 0xF;
        int rate = head >>> 10 & 3;
        boolean valid = head >>> 21 == 0x7FF
                && version != RESERVED_VERSION
                && (head >>> 17 & 3) == LAYER_3
                && bitrate != 0
                && bitrate != 0xF
                && rate != RESERVED
                && (head & 3) != 2;
        if (!valid) {
            return 0;
        }
        int hz = RATE_HZ[rate] >> (version == MPEG_1 ? 0 : version == 2 ? 1 : 2);
        int length = version == MPEG_1 ? 144_000 * KBIT_1[bitrate] / hz : 72_000 * KBIT_2[bitrate] / hz;
        return frame(length + (head >>> 9 & 1), head & 0xFFFF_0CC0);
    }

    /** AAC with ADTS: the fixed header is shared. */
    static long adts(long eight) {
        int head = (int) (eight >>> 32);
        int length = (int) (eight >>> 21) & 0x1FFF;
        int rate = head >>> 10 & 0xF;
        int channels = head >>> 6 & 7;
        boolean valid = head >>> 20 == 0xFFF
                && (head >>> 17 & 3) == 0
                && rate <= HIGHEST_ADTS_RATE
                && (channels == 1 || channels == 2)
                && length > 8
                && length <= LONGEST_ADTS;
        return valid ? frame(length, head & 0xFFFF_FFF0) : 0;
    }

    /** A block of WebM's first track, without lacing. */
    static long simpleBlock(long eight) {
        int first = (int) (eight >>> 48) & 0xFF;
        int sizeBytes = first >= 0x80 ? 1 : first >= 0x40 ? 2 : 0;
        if (sizeBytes == 0 || first == 0xFF) {
            return 0;
        }
        int size = sizeBytes == 1 ? first & 0x7F : (int) (eight >>> 40) & 0x3FFF;
        long block = eight << (8 * (1 + sizeBytes));
        boolean valid = block >>> 56 == 0x81 && (block >>> 32 & 0x7F) == 0 && size > 4;
        return valid ? frame(1 + sizeBytes + size, (int) (block >>> 32) & 0xFF) : 0;
    }

    private static long frame(int length, int shared) {
        return (long) shared << 32 | length;
    }
}
