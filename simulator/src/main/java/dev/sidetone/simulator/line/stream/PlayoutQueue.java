package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The audio that a server has sent and the caller has not heard: a queue of mu-law bytes, with marks between them. A mark is reached when
 * the last byte before it has been played: at the tick after the one that took it. Owned by its stream, on the line thread.
 */
public final class PlayoutQueue {
    /** Ten minutes. */
    public static final int MOST_BYTES = 600 * LineFrame.RATE_HZ;

    /** Twice those of ten minutes with a mark behind every 20 ms. */
    public static final int MOST_MARKS = 60_000;
    /** What all waiting marks' names may be long together. */
    static final int MOST_MARK_CHARS = 8 << 20;

    private static final int FIRST_BYTES = 1 << 16;

    private record Mark(String name, long afterBytes) {}

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private byte[] ring = new byte[FIRST_BYTES];
    private int head;
    private int queued;
    private long markChars;
    /** Bytes taken or discarded since the beginning: the place of the head in the stream. */
    private long gone;
    /** Whether the frame taken last holds sound: it is heard until the next tick. */
    private boolean playing;

    /** Queues {@code mulaw} as far as there is room and returns how many bytes there was no room for. */
    public int add(byte[] mulaw) {
        int taken = Math.min(mulaw.length, MOST_BYTES - queued);
        reserve(queued + taken);
        int tail = (head + queued) % ring.length;
        int first = Math.min(taken, ring.length - tail);
        System.arraycopy(mulaw, 0, ring, tail, first);
        System.arraycopy(mulaw, first, ring, 0, taken - first);
        queued += taken;
        return mulaw.length - taken;
    }

    /**
     * Sets a mark behind what is queued; one with nothing before it still to be heard is {@code reached} at once.
     *
     * @return false when too many wait and there was no room for it
     */
    public boolean mark(String name, Consumer<String> reached) {
        if (isIdle()) {
            reached.accept(name);
        } else {
            if (marks.size() == MOST_MARKS || markChars + name.length() > MOST_MARK_CHARS) {
                return false;
            }
            marks.add(new Mark(name, gone + queued));
            markChars += name.length();
        }
        return true;
    }

    /**
     * A tick: what was taken at the last one has been played, so the marks behind it are {@code reached}, in order; then takes the next
     * 20 ms into {@code frame}, padded with silence.
     *
     * @return how many bytes came from the queue
     */
    public int take(byte[] frame, Consumer<String> reached) {
        while (!marks.isEmpty() && marks.element().afterBytes <= gone) {
            reached.accept(firstMark());
        }
        int taken = Math.min(frame.length, queued);
        int first = Math.min(taken, ring.length - head);
        System.arraycopy(ring, head, frame, 0, first);
        System.arraycopy(ring, 0, frame, first, taken - first);
        Arrays.fill(frame, taken, frame.length, Mulaw.SILENCE);
        leave(taken);
        playing = taken > 0;
        return taken;
    }

    /** Discards all that is queued and returns the marks in it to {@code returned}, in order; gives the number of bytes discarded. */
    public int clear(Consumer<String> returned) {
        int discarded = queued;
        leave(discarded);
        while (!marks.isEmpty()) {
            returned.accept(firstMark());
        }
        return discarded;
    }

    /** Bytes that wait to be heard. */
    public int queuedBytes() {
        return queued;
    }

    /** Returns whether a tick would change nothing: no sound waits and none is being heard. */
    boolean isIdle() {
        return queued == 0 && !playing;
    }

    /** Marks that wait to be reached. */
    public int pendingMarks() {
        return marks.size();
    }

    private String firstMark() {
        String name = marks.remove().name;
        markChars -= name.length();
        return name;
    }

    private void leave(int bytes) {
        head = (head + bytes) % ring.length;
        queued -= bytes;
        gone += bytes;
    }

    private void reserve(int bytes) {
        if (bytes <= ring.length) {
            return;
        }
        byte[] larger = new byte[Math.min(MOST_BYTES, Math.max(bytes, ring.length * 2))];
        int first = Math.min(queued, ring.length - head);
        System.arraycopy(ring, head, larger, 0, first);
        System.arraycopy(ring, 0, larger, first, queued - first);
        ring = larger;
        head = 0;
    }
}
