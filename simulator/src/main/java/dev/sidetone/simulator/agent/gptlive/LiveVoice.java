package dev.sidetone.simulator.agent.gptlive;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The track of one voice: 100 ms for each 100 ms that it hears, silence where it says nothing. What is said now begins at the place that the
 * clock has reached, and not before. One per session, on its loop.
 */
final class LiveVoice {
    /** 100 ms of mu-law. */
    static final int PIECE = 800;

    private static final byte SILENCE = (byte) 0xFF;

    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final byte[] piece = new byte[PIECE];
    private int clock;
    private int filled;
    private int taken;

    /** Something to say next. */
    void say(MulawChunk audio) {
        waiting.add(audio.decode());
    }

    /** Says no more. */
    void fallSilent() {
        waiting.clear();
        taken = 0;
    }

    /** Moves on by {@code bytes} that were heard; {@code out} takes the pieces that are full. */
    void advance(int bytes, Consumer<MulawChunk> out) {
        for (int left = bytes; left > 0; ) {
            int step = Math.min(left, PIECE - clock);
            fill(step);
            clock += step;
            left -= step;
            if (clock == PIECE) {
                out.accept(MulawChunk.of(piece));
                clock = 0;
                filled = 0;
            }
        }
    }

    private void fill(int step) {
        int to = clock + step;
        while (filled < to && !waiting.isEmpty()) {
            byte[] next = waiting.element();
            int length = Math.min(to - filled, next.length - taken);
            System.arraycopy(next, taken, piece, filled, length);
            filled += length;
            taken += length;
            if (taken == next.length) {
                waiting.remove();
                taken = 0;
            }
        }
        Arrays.fill(piece, filled, to, SILENCE);
        filled = to;
    }
}
