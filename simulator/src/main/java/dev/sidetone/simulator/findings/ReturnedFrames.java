package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;

/**
 * The caller's frames of the last minute, and how much of them a server sent back byte for byte, cut anywhere. Owned by one check.
 */
final class ReturnedFrames {
    private static final int MOST = 3_000;
    /** So many bytes of speech are alike by chance never. */
    private static final int KEY_BYTES = 16;

    private static final long FACTOR = 257;
    private static final long HIGHEST = highest();
    private static final int BUCKET_BITS = 13;
    /** 2 to the 64th by the golden ratio: keys that are near one another come to lie far apart. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** The frames, the oldest of which is replaced when all places are taken. */
    private final byte[][] said = new byte[MOST][];

    private final long[] beginnings = new long[MOST];
    /** One more than the place of the last frame in each bucket; 0 for none, as for nearly all of what a server sends. */
    private final int[] lastIn = new int[1 << BUCKET_BITS];
    /** One more than the place of the frame before in the same bucket. */
    private final int[] before = new int[MOST];

    private int place;
    private byte[] carried = new byte[0];
    private long frames;

    /** The caller said this. */
    void say(LineFrame frame) {
        byte[] mulaw = frame.mulaw();
        long key = key(mulaw, 0);
        if (repeats(mulaw, key)) {
            return;
        }
        if (said[place] != null) {
            forget(place);
        }
        said[place] = mulaw;
        beginnings[place] = key;
        before[place] = lastIn[bucket(key)];
        lastIn[bucket(key)] = place + 1;
        place = (place + 1) % MOST;
    }

    private void forget(int old) {
        int bucket = bucket(beginnings[old]);
        if (lastIn[bucket] == old + 1) {
            lastIn[bucket] = before[old];
            return;
        }
        int next = lastIn[bucket] - 1;
        while (before[next] != old + 1) {
            next = before[next] - 1;
        }
        before[next] = before[old];
    }

    /** The server sent this; returns the ms of the caller's voice that came back so far. */
    long arrive(byte[] mulaw) {
        byte[] sound = Arrays.copyOf(carried, carried.length + mulaw.length);
        System.arraycopy(mulaw, 0, sound, carried.length, mulaw.length);
        int last = sound.length - LineFrame.BYTES;
        int at = said[0] == null ? Math.max(0, last + 1) : 0;
        for (long key = at <= last ? key(sound, at) : 0; at <= last; ) {
            if (begins(sound, at, key)) {
                frames++;
                at += LineFrame.BYTES;
                key = at <= last ? key(sound, at) : 0;
            } else {
                key = nextKey(key, sound, at++);
            }
        }
        carried = Arrays.copyOfRange(sound, at, sound.length);
        return frames * LineFrame.MS;
    }

    private boolean begins(byte[] sound, int at, long key) {
        for (int each = lastIn[bucket(key)]; each != 0; each = before[each - 1]) {
            if (beginnings[each - 1] == key
                    && Arrays.equals(said[each - 1], 0, LineFrame.BYTES, sound, at, at + LineFrame.BYTES)) {
                return true;
            }
        }
        return false;
    }

    /** A tone, a hum or a steady level is anybody's: a voice never repeats itself so soon. */
    private static boolean repeats(byte[] frame, long beginning) {
        long key = beginning;
        for (int from = 0; from + KEY_BYTES < frame.length; from++) {
            key = nextKey(key, frame, from);
            if (key == beginning) {
                return true;
            }
        }
        return false;
    }

    private static long highest() {
        long power = 1;
        for (int i = 1; i < KEY_BYTES; i++) {
            power *= FACTOR;
        }
        return power;
    }

    private static long key(byte[] bytes, int from) {
        long key = 0;
        for (int i = from; i < from + KEY_BYTES; i++) {
            key = key * FACTOR + bytes[i];
        }
        return key;
    }

    /** The key one byte further on than that {@code from} there. */
    private static long nextKey(long key, byte[] bytes, int from) {
        return (key - bytes[from] * HIGHEST) * FACTOR + bytes[from + KEY_BYTES];
    }

    private static int bucket(long key) {
        return (int) ((key * SPREAD) >>> (Long.SIZE - BUCKET_BITS));
    }
}
