package dev.sidetone.bridge.time;

/**
 * Which tick is due: a grid of absolute deadlines, so that lateness never adds up. Late ticks are caught up in a burst of at most
 * {@code mostCaughtUp}; what lies further back is given up and counted. Owned by one thread, which does the waiting.
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

    /** The deadline of the tick that comes next. */
    public long nextNs() {
        return nextNs;
    }

    /**
     * Moves on to the next tick, giving up those that lie more than the cap behind {@code nowNs}.
     *
     * @return how many ticks were given up
     */
    public long advance(long nowNs) {
        nextNs += periodNs;
        long behind = (nowNs - nextNs) / periodNs;
        long givenUp = Math.max(0, behind - mostCaughtUp);
        nextNs += givenUp * periodNs;
        skipped += givenUp;
        return givenUp;
    }

    /** Ticks given up so far. */
    public long skipped() {
        return skipped;
    }
}
