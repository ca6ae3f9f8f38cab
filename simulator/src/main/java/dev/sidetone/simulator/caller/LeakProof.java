package dev.sidetone.simulator.caller;

import dev.sidetone.simulator.echo.EchoCorrelator;

/**
 * When a likeness proves a leak: two people who speak at once are alike for moments, the less the longer one listens. The steps lie above
 * the most that unrelated voices reach.
 */
final class LeakProof {
    private static final int[] EVIDENCE_MS = {40, 200, 260, 350, 450, 700};
    private static final float[] LIKENESS = {0.88f, 0.78f, 0.68f, 0.48f, 0.38f, 0.3f};

    private LeakProof() {}

    static boolean holds(EchoCorrelator search) {
        float most = search.likeness();
        float evidenceMs = search.evidenceMs();
        for (int step = 0; step < EVIDENCE_MS.length; step++) {
            if (evidenceMs >= EVIDENCE_MS[step] && most >= LIKENESS[step]) {
                return true;
            }
        }
        return false;
    }
}
