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

    private final Map<Long, byte[]> byBeginning = new HashMap<>();
    private final Deque<Long> order = new ArrayDeque<>();
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
        }
        if (order.size() > MOST) {
            byBeginning.remove(order.removeFirst());
        }
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
        byte[] said = byBeginning.get(key(sound, at));
        return said != null && Arrays.equals(said, 0, LineFrame.BYTES, sound, at, at + LineFrame.BYTES);
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
