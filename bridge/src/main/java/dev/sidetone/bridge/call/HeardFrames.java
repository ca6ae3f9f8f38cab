package dev.sidetone.bridge.call;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last of a caller's audio, as bytes in two arrays that grow with what is kept: a call keeps a second of it all the time, and objects that
 * live as long are what a collector has most work with. Owned by one {@link UnansweredTurn}.
 */
final class HeardFrames {
    private static final int FEW = 50;

    private byte[] bytes = new byte[FEW * LineFrame.BYTES];
    /** The length of each chunk, the oldest at {@link #first}. */
    private int[] lengths = new int[FEW];

    private int first;
    private int count;
    /** Where the oldest chunk's bytes begin; all lie behind each other, round the end of the array. */
    private int from;

    private int size;

    /** Keeps {@code audio}, and the {@code most} newest chunks in all. */
    void add(MulawChunk audio, int most) {
        trim(most - 1);
        int length = audio.bytes();
        reserve(length);
        int at = (from + size) % bytes.length;
        if (at + length <= bytes.length) {
            audio.decode(bytes, at);
        } else {
            byte[] mulaw = audio.decode();
            int tail = bytes.length - at;
            System.arraycopy(mulaw, 0, bytes, at, tail);
            System.arraycopy(mulaw, tail, bytes, 0, length - tail);
        }
        size += length;
        lengths[(first + count) % lengths.length] = length;
        count++;
    }

    /** Keeps the {@code most} newest alone. */
    void trim(int most) {
        while (count > most) {
            from = (from + lengths[first]) % bytes.length;
            size -= lengths[first];
            first = (first + 1) % lengths.length;
            count--;
        }
        if (lengths.length > 2 * FEW && count <= FEW) {
            move(Math.max(size, FEW * LineFrame.BYTES), FEW);
        }
    }

    private void reserve(int more) {
        if (size + more > bytes.length || count == lengths.length) {
            int most = Math.max(bytes.length * 2, size + more);
            move(
                    size + more > bytes.length ? most : bytes.length,
                    count == lengths.length ? count * 2 : lengths.length);
        }
    }

    private void move(int mostBytes, int mostChunks) {
        byte[] all = new byte[mostBytes];
        copy(all, 0, from, size);
        int[] each = new int[mostChunks];
        for (int i = 0; i < count; i++) {
            each[i] = lengths[(first + i) % lengths.length];
        }
        bytes = all;
        lengths = each;
        from = 0;
        first = 0;
    }

    private void copy(byte[] to, int at, int start, int length) {
        int tail = Math.min(length, bytes.length - start);
        System.arraycopy(bytes, start, to, at, tail);
        System.arraycopy(bytes, 0, to, at + tail, length - tail);
    }

    /** All of it, the oldest first. */
    List<MulawChunk> all() {
        byte[] whole = new byte[size];
        copy(whole, 0, from, size);
        List<MulawChunk> chunks = new ArrayList<>(count);
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = lengths[(first + i) % lengths.length];
            chunks.add(MulawChunk.of(Arrays.copyOfRange(whole, at, at + length)));
            at += length;
        }
        return chunks;
    }
}
