package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.PlayoutQueue;
import java.util.ArrayDeque;

/**
 * What was sent, as Twilio would play it: the same queue that the simulated line has, 20 ms a tick, emptied by clears. A tick hears what
 * was sent until then, however late the tick itself is known. Owned by {@link StreamFacts}.
 */
final class EstimatedPlayout {
    /** What waits for its tick; a bridge that sends a day's audio at once must not fill the memory. */
    private static final int MOST_WAITING = 100_000;

    /** Hears of a clear, once it is known how much it threw away. */
    interface Clears {
        void cleared(long atNs, long message, int discardedBytes, int marks);
    }

    /** A clear has no sound. */
    private static final class Waiting {
        final long atNs;
        final long message;
        final byte[] mulaw;
        final int marks;

        Waiting(long atNs, long message, byte[] mulaw, int marks) {
            this.atNs = atNs;
            this.message = message;
            this.mulaw = mulaw;
            this.marks = marks;
        }
    }

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final Clears clears;
    private PlayoutQueue queue = new PlayoutQueue();
    private int heardBytes;

    EstimatedPlayout(Clears clears) {
        this.clears = clears;
    }

    void sent(long atNs, long message, byte[] mulaw) {
        if (mulaw.length > 0) {
            put(new Waiting(atNs, message, mulaw, 0));
        }
    }

    /** @param marks how many marks it returns */
    void cleared(long atNs, long message, int marks) {
        put(new Waiting(atNs, message, new byte[0], marks));
    }

    private void put(Waiting next) {
        if (waiting.size() == MOST_WAITING) {
            take(waiting.remove());
        }
        waiting.add(next);
    }

    /** What is heard during the 20 ms from {@code tickNs} on. */
    LineFrame heard(long tickNs) {
        settle(tickNs);
        byte[] frame = new byte[LineFrame.BYTES];
        heardBytes = queue.take(frame, mark -> {});
        return heardBytes == 0 ? LineFrame.SILENCE : LineFrame.of(frame);
    }

    /** How many bytes of the frame heard last were sent. */
    int heardBytes() {
        return heardBytes;
    }

    int queuedBytes() {
        return queue.queuedBytes();
    }

    /** The stream is over: what was not heard never will be. */
    void over(long atNs) {
        settle(atNs);
        waiting.clear();
        queue = new PlayoutQueue();
    }

    private void settle(long untilNs) {
        while (!waiting.isEmpty() && waiting.element().atNs - untilNs <= 0) {
            take(waiting.remove());
        }
    }

    private void take(Waiting next) {
        if (next.mulaw.length == 0) {
            int discarded = queue.clear(mark -> {});
            clears.cleared(next.atNs, next.message, discarded, next.marks);
        } else {
            queue.add(next.mulaw);
        }
    }
}
