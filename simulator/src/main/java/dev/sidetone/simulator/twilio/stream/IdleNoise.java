package dev.sidetone.simulator.twilio.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.Random;

/**
 * Makes the silent frames of Twilio's line: both of mu-law's zeros in about equal parts, and now and then the code next to one, never
 * one byte over and over. Drawn once, some frames to take turns. Owned by its stream, on the line thread.
 */
final class IdleNoise {
    private static final int FRAMES = 8;
    private static final int STRAY_ONE_IN = 80;
    private static final int NEGATIVE_ZERO = 0x7F;
    private static final int SIGN = 0x80;

    private final MulawChunk[] frames = new MulawChunk[FRAMES];
    private int next;

    IdleNoise(Random random) {
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = MulawChunk.of(drawn(random));
        }
    }

    /** 20 ms of an idle line. */
    MulawChunk frame() {
        next = (next + 1) % FRAMES;
        return frames[next];
    }

    private static byte[] drawn(Random random) {
        byte[] codes = new byte[LineFrame.BYTES];
        for (int i = 0; i < codes.length; i++) {
            int code = random.nextBoolean() ? NEGATIVE_ZERO : NEGATIVE_ZERO | SIGN;
            codes[i] = (byte) (random.nextInt(STRAY_ONE_IN) == 0 ? code - 1 : code);
        }
        return codes;
    }
}
