package dev.sidetone.bridge.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts chunks into pieces of at most one line frame, for agents that must not receive bursts. Stateless, for any thread. */
public final class Framer {
    private Framer() {}

    /** The pieces in order; only the last may be shorter than a frame, so that nothing is held back. */
    public static List<MulawChunk> pieces(MulawChunk chunk) {
        if (chunk.bytes() <= LineFrame.BYTES) {
            return chunk.bytes() == 0 ? List.of() : List.of(chunk);
        }
        byte[] mulaw = chunk.decode();
        List<MulawChunk> pieces = new ArrayList<>();
        for (int at = 0; at < mulaw.length; at += LineFrame.BYTES) {
            pieces.add(MulawChunk.of(Arrays.copyOfRange(mulaw, at, Math.min(mulaw.length, at + LineFrame.BYTES))));
        }
        return pieces;
    }
}
