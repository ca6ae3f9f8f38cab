package dev.sidetone.bridge.call;

/** What an agent that wants a call over may still say. */
enum RemainingSpeech {
    /** Nothing but what it has sent. */
    SENT(0, 0),
    /** It is in the middle of them: at real-time pace the playout runs empty between two pieces. */
    MAY_RUN_ON(500_000_000L, 500_000_000L),
    /** They come when it knows that its wish was granted. */
    MAY_FOLLOW(2_500_000_000L, 500_000_000L);

    /** How long the first of them are waited for. */
    final long firstNs;

    /** How long it must be silent for them to have been the last. */
    final long moreNs;

    RemainingSpeech(long firstNs, long moreNs) {
        this.firstNs = firstNs;
        this.moreNs = moreNs;
    }
}
