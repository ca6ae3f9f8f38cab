package dev.sidetone.bridge.time;

/**
 * A sequence of ticks at absolute deadlines, so that lateness never adds up. Late ticks are caught up in a burst of at most
 * {@code mostCaughtUp}; ticks further back are skipped and counted. Owned by one thread, which does the waiting.
 */
public final class Metronome {
    private final long periodNs;
    private final int mostCaughtUp;
    private long nextNs;
    private long skipped;

    public Metronome(long firstNs, long periodNs, int mostCaughtUp) {
        this.nextNs = firstNs;
        this.periodNs = periodNs;
        this.mostCaughtUp = mostCaughtUp;
    }

    /** The deadline of the next tick. */
    public long nextNs() {
        return nextNs;
    }

    /**
     * Moves on to the next tick, skipping those that lie more than the cap behind {@code nowNs}.
     *
     * @return how many ticks were skipped
     */
    public long advance(long nowNs) {
        nextNs += periodNs;
        long behind = (nowNs - nextNs) / periodNs;
        long skippedNow = Math.max(0, behind - mostCaughtUp);
        nextNs += skippedNow * periodNs;
        skipped += skippedNow;
        return skippedNow;
    }

    /** Ticks skipped so far. */
    public long skipped() {
        return skipped;
    }
}
