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

    private static final int BUCKETS = 1 << 13;

    /** The frames, the oldest of which is replaced when all places are taken. */
    private final byte[][] said = new byte[MOST][];

    private final long[] beginnings = new long[MOST];
    /** One more than the place of the last frame in each bucket; 0 for none. */
    private final int[] lastIn = new int[BUCKETS];
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
        int at = 0;
        while (at + LineFrame.BYTES <= sound.length) {
            if (begins(sound, at)) {
                frames++;
                at += LineFrame.BYTES;
            } else {
                at++;
            }
        }
        carried = Arrays.copyOfRange(sound, at, sound.length);
        return frames * LineFrame.MS;
    }

    private boolean begins(byte[] sound, int at) {
        long key = key(sound, at);
        for (int each = lastIn[bucket(key)]; each != 0; each = before[each - 1]) {
            if (beginnings[each - 1] == key
                    && Arrays.equals(said[each - 1], 0, LineFrame.BYTES, sound, at, at + LineFrame.BYTES)) {
                return true;
            }
        }
        return false;
    }

    /** The upper bits of a product depend on all bits of the key. */
    private static int bucket(long key) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 51);
    }

    /** A tone, a hum or a steady level is anybody's: a voice never repeats itself so soon. */
    private static boolean repeats(byte[] frame, long beginning) {
        for (int from = 1; from + KEY_BYTES <= frame.length; from++) {
            if (key(frame, from) == beginning) {
                return true;
            }
        }
        return false;
    }

    private static long key(byte[] bytes, int from) {
        long key = 1;
        for (int i = from; i < from + KEY_BYTES; i++) {
            key = key * 257 + bytes[i];
        }
        return key;
    }
}
