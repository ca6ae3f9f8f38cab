package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.PlayoutQueue;
import java.util.ArrayDeque;

/**
 * Estimates what Twilio plays of the audio that was sent: the simulated line's queue, played 20 ms a tick and emptied by clears. A tick
 * plays what was sent until its time, even where the tick itself is known late. Owned by {@link StreamFacts}.
 */
final class EstimatedPlayout {
    /** The most messages that wait for their tick: a bridge that sends a day's audio at once must not fill the memory. */
    private static final int MOST_PENDING = 100_000;

    /** Receives a clear once the audio that it discarded is known. */
    interface ClearListener {
        void cleared(long atNs, long message, int discardedBytes, int marks);
    }

    /** A media message or, without audio, a clear. */
    private static final class Pending {
        final long atNs;
        final long message;
        final byte[] mulaw;
        final int marks;

        Pending(long atNs, long message, byte[] mulaw, int marks) {
            this.atNs = atNs;
            this.message = message;
            this.mulaw = mulaw;
            this.marks = marks;
        }
    }

    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private final ClearListener clears;
    private PlayoutQueue queue = new PlayoutQueue();
    private int playedBytes;

    EstimatedPlayout(ClearListener clears) {
        this.clears = clears;
    }

    void sent(long atNs, long message, byte[] mulaw) {
        if (mulaw.length > 0) {
            add(new Pending(atNs, message, mulaw, 0));
        }
    }

    /** @param marks the number of marks that the clear returns */
    void cleared(long atNs, long message, int marks) {
        add(new Pending(atNs, message, new byte[0], marks));
    }

    private void add(Pending next) {
        if (pending.size() == MOST_PENDING) {
            apply(pending.remove());
        }
        pending.add(next);
    }

    /** Plays the 20 ms from {@code tickNs} on. */
    LineFrame play(long tickNs) {
        applyUntil(tickNs);
        byte[] frame = new byte[LineFrame.BYTES];
        playedBytes = queue.take(frame, mark -> {});
        return playedBytes == 0 ? LineFrame.SILENCE : LineFrame.of(frame);
    }

    /** The number of sent bytes in the frame that was played last; the rest of it is silence. */
    int playedBytes() {
        return playedBytes;
    }

    int queuedBytes() {
        return queue.queuedBytes();
    }

    /** The stream ended: what was not played is discarded. */
    void stop(long atNs) {
        applyUntil(atNs);
        pending.clear();
        queue = new PlayoutQueue();
    }

    private void applyUntil(long untilNs) {
        while (!pending.isEmpty() && pending.element().atNs - untilNs <= 0) {
            apply(pending.remove());
        }
    }

    private void apply(Pending next) {
        if (next.mulaw.length == 0) {
            int discarded = queue.clear(mark -> {});
            clears.cleared(next.atNs, next.message, discarded, next.marks);
        } else {
            queue.add(next.mulaw);
        }
    }
}
