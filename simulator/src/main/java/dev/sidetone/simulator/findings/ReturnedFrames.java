package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The caller's frames of the last minute, and how much of them a server sent back byte for byte, cut anywhere. Owned by one check.
 */
final class ReturnedFrames {
    private static final int MOST = 3_000;
    /** So many bytes of speech are alike by chance never. */
    private static final int KEY_BYTES = 16;

    private static final long FACTOR = 257;
    private static final long HIGHEST = highest();
    private static final int PLACE_BITS = 14;
    /** 2 to the 64th by the golden ratio: keys that are near one another come to lie far apart. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Map<Long, byte[]> byBeginning = new HashMap<>();
    private final Deque<Long> order = new ArrayDeque<>();

    /** How many beginnings have a place in common: nearly all of what a server sends begins like none of them, which is seen here first. */
    private final short[] alike = new short[1 << PLACE_BITS];

    private byte[] carried = new byte[0];
    private long frames;

    /** The caller said this. */
    void say(LineFrame frame) {
        byte[] mulaw = frame.mulaw();
        long key = key(mulaw, 0);
        if (repeats(mulaw, key)) {
            return;
        }
        if (byBeginning.put(key, mulaw) == null) {
            order.addLast(key);
            alike[place(key)]++;
        }
        if (order.size() > MOST) {
            long oldest = order.removeFirst();
            byBeginning.remove(oldest);
            alike[place(oldest)]--;
        }
    }

    /** The server sent this; returns the ms of the caller's voice that came back so far. */
    long arrive(byte[] mulaw) {
        byte[] sound = Arrays.copyOf(carried, carried.length + mulaw.length);
        System.arraycopy(mulaw, 0, sound, carried.length, mulaw.length);
        int last = sound.length - LineFrame.BYTES;
        int at = order.isEmpty() ? Math.max(0, last + 1) : 0;
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
        if (alike[place(key)] == 0) {
            return false;
        }
        byte[] said = byBeginning.get(key);
        return said != null && Arrays.equals(said, 0, LineFrame.BYTES, sound, at, at + LineFrame.BYTES);
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

    private static int place(long key) {
        return (int) ((key * SPREAD) >>> (Long.SIZE - PLACE_BITS));
    }
}
