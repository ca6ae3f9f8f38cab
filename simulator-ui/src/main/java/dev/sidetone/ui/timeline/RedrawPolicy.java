package dev.sidetone.ui.timeline;

/**
 * When the picture is drawn anew: at the next pulse after somebody touched it, 30 times a second when it only moves on with the call, and
 * never when nothing changed. Owned by the pane, on the FX thread.
 */
final class RedrawPolicy {
    /** Less than two pulses of 60 a second, so that a late pulse costs no picture. */
    static final long CALM_NS = 25_000_000L;

    private boolean stale = true;
    private boolean hurried = true;
    private long drawnNs;
    private long count;

    /** The picture is out of date. */
    void stale() {
        stale = true;
    }

    /** The picture is out of date, and somebody waits for it. */
    void hurry() {
        stale = true;
        hurried = true;
    }

    boolean isDue(long nowNs) {
        return stale && (hurried || nowNs - drawnNs >= CALM_NS);
    }

    /** The picture was drawn. */
    void done(long nowNs) {
        stale = false;
        hurried = false;
        drawnNs = nowNs;
        count++;
    }

    /** How often it was drawn. */
    long count() {
        return count;
    }
}
