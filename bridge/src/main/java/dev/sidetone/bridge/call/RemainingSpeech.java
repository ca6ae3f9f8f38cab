package dev.sidetone.bridge.call;

/** The speech that is still expected from an agent that wants its call to end. */
enum RemainingSpeech {
    /** No more than what it has sent. */
    SENT_ONLY(0, 0),
    /** Its words may go on: an agent that sends in real time lets the playout run empty between two chunks. */
    MAY_CONTINUE(500_000_000L, 500_000_000L),
    /** Its words may only begin once it knows the tool's result. */
    MAY_FOLLOW(2_500_000_000L, 500_000_000L);

    /** The longest wait for the first of it, in nanoseconds. */
    final long firstNs;

    /** The silence that ends it, in nanoseconds. */
    final long moreNs;

    RemainingSpeech(long firstNs, long moreNs) {
        this.firstNs = firstNs;
        this.moreNs = moreNs;
    }
}
