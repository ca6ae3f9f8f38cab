package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;

/**
 * Keeps, for the messages on their way to the socket, which of them are frames and of which tick. The line thread counts in, the thread
 * that writes the socket counts out and reports {@link Fact.FrameWritten}: one producer, one consumer, no lock, no allocation but the fact.
 */
final class FrameStamps {
    /** So many frames may wait to be written: about five seconds of the line. */
    static final int MOST = 256;

    private final FactSink facts;
    private final boolean oneWay;
    private final long[] ordinals = new long[MOST];
    private final long[] ticks = new long[MOST];
    private final long[] deadlinesNs = new long[MOST];
    /** The line thread's own count; the writer sees what it needs through {@link #frames}. */
    private long messages;
    /** The writing thread's own count. */
    private long messagesWritten;

    private volatile long frames;
    private volatile long framesWritten;
    private volatile boolean sealed;
    private volatile boolean reporting;

    /** @param oneWay whether the stream is one that the caller does not hear */
    FrameStamps(FactSink facts, boolean oneWay) {
        this.facts = facts;
        this.oneWay = oneWay;
    }

    /** Returns whether as many frames wait as may. The line thread. */
    boolean isFull() {
        return frames - framesWritten >= MOST;
    }

    /** A frame goes out next, due at {@code deadlineNs}. The line thread, unless {@link #isFull}. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the line thread writes it
    void frame(long tick, long deadlineNs) {
        int slot = (int) (frames % MOST);
        ordinals[slot] = messages++;
        ticks[slot] = tick;
        deadlinesNs[slot] = deadlineNs;
        frames++;
    }

    /** Something other than a frame goes out next. The line thread. */
    void other() {
        messages++;
    }

    /** The oldest message was written. The writing thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the writing thread writes it
    void onWritten(long atNs) {
        long ordinal = messagesWritten++;
        int slot = (int) (framesWritten % MOST);
        if (framesWritten == frames || ordinals[slot] != ordinal) {
            return;
        }
        long tick = ticks[slot];
        // Before its time only when a stream that a fault holds back is closed: not late, then.
        long lateNs = Math.max(0, atNs - deadlinesNs[slot]);
        framesWritten++;
        reporting = true;
        try {
            if (!sealed) {
                facts.add(new Fact.FrameWritten(atNs, tick, lateNs, oneWay));
            }
        } finally {
            reporting = false;
        }
    }

    /** From here on nothing is reported, even if the writing thread goes on: the call's last fact can follow. */
    void seal() {
        sealed = true;
        while (reporting) {
            Thread.onSpinWait();
        }
    }
}
