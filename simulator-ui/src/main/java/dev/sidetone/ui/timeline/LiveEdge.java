package dev.sidetone.ui.timeline;

/**
 * How far a call has come, moving evenly: what is known grows in steps of some ticks, and a picture that jumped with it would stutter.
 * Never ahead of what is known, never back. Owned by the pane, on the FX thread.
 */
final class LiveEdge {
    /** How far it stays behind, so that there is always something to move on into. */
    static final double BEHIND_MS = 40;

    private static final double JUMP_MS = 400;
    private static final double PULL = 0.08;

    private double shownMs;
    private long lastNs;

    /** The edge at {@code nowNs}, when the call is known up to {@code knownMs}. */
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
