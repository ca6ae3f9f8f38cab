package dev.sidetone.simulator.findings.encoding;

import java.util.Arrays;

/**
 * Follows frames whose headers say where the next one begins. A header alone may be chance: several in a row, each exactly where the one before
 * ends, are not. Sound that repeats itself exactly is no chain. Owned by one {@link Framing}.
 */
final class FrameChain {
    private static final int ENOUGH = 6;
    private static final int FEWEST_CHANGES = 2;
    private static final int CANDIDATES = 8;

    /** Reads a header out of the eight bytes that begin a frame. Stateless. */
    @FunctionalInterface
    interface FrameHeader {
        /** The frame's length in bytes, with its header, and in the upper half what all headers of a stream share; 0 for no header. */
        long read(long eightBytes);
    }

    private final FrameHeader header;
    private final long[] nextAt = new long[CANDIDATES];
    private final int[] shared = new int[CANDIDATES];
    private final long[] before = new long[CANDIDATES];
    private final int[] frames = new int[CANDIDATES];
    private final int[] changes = new int[CANDIDATES];

    FrameChain(FrameHeader header) {
        this.header = header;
        Arrays.fill(nextAt, -1);
    }

    /** Looks at eight bytes at {@code at}, which grows from call to call; true when they continue a chain that is long enough. */
    boolean goesOn(long eightBytes, long at) {
        long read = header.read(eightBytes);
        if (read == 0) {
            return false;
        }
        int place = place(at, (int) (read >>> 32));
        boolean follows = nextAt[place] == at;
        frames[place] = follows ? frames[place] + 1 : 1;
        changes[place] = follows ? changes[place] + (before[place] == eightBytes ? 0 : 1) : 0;
        nextAt[place] = at + (read & 0xFFFFFFFFL);
        shared[place] = (int) (read >>> 32);
        before[place] = eightBytes;
        return frames[place] >= ENOUGH && changes[place] >= FEWEST_CHANGES;
    }

    /** The candidate that this header continues, or else the one that is worth least. */
    private int place(long at, int kind) {
        int least = 0;
        for (int i = 0; i < CANDIDATES; i++) {
            if (nextAt[i] == at && shared[i] == kind) {
                return i;
            }
            if (worth(i, at) < worth(least, at)) {
                least = i;
            }
        }
        return least;
    }

    private int worth(int candidate, long at) {
        return nextAt[candidate] <= at ? 0 : frames[candidate];
    }
}
