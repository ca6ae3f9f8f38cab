package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A playout queue in its plainest form: bytes in, 160 a tick out, silence when there are none. */
final class FakePlayout {
    private final Deque<Byte> queue = new ArrayDeque<>();

    void queue(byte[] mulaw) {
        for (byte code : mulaw) {
            queue.addLast(code);
        }
    }

    int bytes() {
        return queue.size();
    }

    int nextBytes() {
        return Math.min(LineFrame.BYTES, queue.size());
    }

    LineFrame next() {
        byte[] codes = new byte[LineFrame.BYTES];
        Arrays.fill(codes, Mulaw.SILENCE);
        int bytes = nextBytes();
        for (int i = 0; i < bytes; i++) {
            codes[i] = queue.removeFirst();
        }
        return LineFrame.of(codes);
    }

    int clear() {
        int discarded = queue.size();
        queue.clear();
        return discarded;
    }
}
