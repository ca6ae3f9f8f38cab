package dev.sidetone.simulator.findings.encoding;

/**
 * Finds FLAC's frames, whose length no header says: by the checksum of their headers and by numbers that follow one another. Owned by one
 * {@link Framing}. Source: RFC 9639, section 9.1.
 */
final class FlacFrames {
    private static final int ENOUGH = 3;
    private static final int BLOCK_SIZE_8 = 6;
    private static final int BLOCK_SIZE_16 = 7;
    private static final int RATE_8 = 12;
    private static final int HIGHEST_RATE = 14;
    private static final int MOST_CHANNELS = 2;
    private static final int JOINT_STEREO = 8;
    private static final int LAST_JOINT_STEREO = 10;
    private static final int POLYNOMIAL = 0x07;

    private int kind;
    private long number = -1;
    private int frames;

    /** Looks at eight bytes; true when they begin a frame that is the third in a row. */
    boolean goesOn(long eight) {
        if (eight >>> 49 != 0x7FFC || !isPlausible(eight)) {
            return false;
        }
        int numberBytes = numberBytes((int) (eight >>> 24) & 0xFF);
        int headerBytes = 4 + numberBytes + extraBytes(eight);
        if (numberBytes == 0 || headerBytes >= 8 || crc(eight, headerBytes) != byteAt(eight, headerBytes)) {
            return false;
        }
        long coded = number(eight, numberBytes);
        boolean follows = (int) (eight >>> 32) == kind && coded > number && (isVariable() || coded == number + 1);
        frames = follows ? frames + 1 : 1;
        kind = (int) (eight >>> 32);
        number = coded;
        return frames >= ENOUGH;
    }

    private boolean isVariable() {
        return (kind & 0x1_0000) != 0;
    }

    private static boolean isPlausible(long eight) {
        int blockSize = (int) (eight >>> 44) & 0xF;
        int rate = (int) (eight >>> 40) & 0xF;
        int channels = (int) (eight >>> 36) & 0xF;
        boolean mono = channels < MOST_CHANNELS || (channels >= JOINT_STEREO && channels <= LAST_JOINT_STEREO);
        return blockSize != 0 && rate <= HIGHEST_RATE && mono && (eight >>> 32 & 1) == 0;
    }

    private static int extraBytes(long eight) {
        int blockSize = (int) (eight >>> 44) & 0xF;
        int rate = (int) (eight >>> 40) & 0xF;
        int ofSize = blockSize == BLOCK_SIZE_8 ? 1 : blockSize == BLOCK_SIZE_16 ? 2 : 0;
        return ofSize + (rate < RATE_8 ? 0 : rate == RATE_8 ? 1 : 2);
    }

    /** The length of a number in UTF-8's way of writing, up to three bytes; 0 for none. */
    private static int numberBytes(int first) {
        return first < 0x80 ? 1 : first >= 0xC0 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
    }

    private static long number(long eight, int bytes) {
        long number = byteAt(eight, 4) & (bytes == 1 ? 0x7F : 0x3F >> (bytes - 1));
        for (int i = 1; i < bytes; i++) {
            number = number << 6 | (byteAt(eight, 4 + i) & 0x3F);
        }
        return number;
    }

    private static int byteAt(long eight, int index) {
        return (int) (eight >>> (56 - 8 * index)) & 0xFF;
    }

    private static int crc(long eight, int bytes) {
        int crc = 0;
        for (int i = 0; i < bytes; i++) {
            crc ^= byteAt(eight, i);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xFF;
        }
        return crc;
    }
}
