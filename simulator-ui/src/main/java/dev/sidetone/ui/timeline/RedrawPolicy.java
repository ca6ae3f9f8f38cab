package dev.sidetone.ui.timeline;

/**
 * Decides when the picture is redrawn: at the next pulse after user input, 30 times a second while the call moves on, never without a change.
 * Owned by the {@link TimelinePane}, on the FX thread.
 */
final class RedrawPolicy {
    /** Less than two pulses at 60 a second, so that a late pulse does not skip a picture. */
    static final long CALM_NS = 25_000_000L;

    private boolean stale = true;
    private boolean urgent = true;
    private long drawnNs;
    private long count;

    /** Requests a redraw at the calm rate. */
    void request() {
        stale = true;
    }

    /** Requests a redraw at the next pulse. */
    void requestNow() {
        stale = true;
        urgent = true;
    }

    boolean isDue(long nowNs) {
        return stale && (urgent || nowNs - drawnNs >= CALM_NS);
    }

    /** Called after the picture was drawn. */
    void drawn(long nowNs) {
        stale = false;
        urgent = false;
        drawnNs = nowNs;
        count++;
    }

    /** The number of pictures drawn. */
    long count() {
        return count;
    }
}
