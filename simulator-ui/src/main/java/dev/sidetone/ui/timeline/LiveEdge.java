package dev.sidetone.ui.timeline;

/**
 * The live edge of a running call, moved smoothly: the known time grows in steps of several ticks, and following it directly would stutter. It
 * never passes the known time and never moves back. Owned by the {@link TimelineModel}, on the FX thread.
 */
final class LiveEdge {
    /** The distance kept behind the known time, so that the edge can always move on. */
    static final double BEHIND_MS = 40;

    private static final double JUMP_MS = 400;
    private static final double PULL = 0.08;

    private double shownMs;
    private long lastNs;

    /** Returns the edge at {@code nowNs}, when the call is known up to {@code knownMs}. */
    double advance(long nowNs, double knownMs) {
        double passedMs = (nowNs - lastNs) / 1e6;
        lastNs = nowNs;
        if (passedMs > JUMP_MS || Math.abs(knownMs - shownMs) > JUMP_MS) {
            shownMs = knownMs;
            return shownMs;
        }
        double aimed = shownMs + passedMs + PULL * (knownMs - BEHIND_MS - shownMs);
        shownMs = Math.max(shownMs, Math.min(knownMs, aimed));
        return shownMs;
    }
}
