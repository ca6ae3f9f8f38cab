package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/** An answer that left the bridge past Twilio's target or limit for the platform's part of the gap between two speakers. */
final class LateAtBridge implements Check {
    private static final double TARGET_MS = 885;
    private static final double LIMIT_MS = 1_100;

    @Override
    public void answered(Turn turn, Consumer<Finding> found) {
        Double ttfaMs = turn.ttfaMs();
        if (ttfaMs == null || !turn.judged() || ttfaMs <= TARGET_MS) {
            return;
        }
        boolean pastLimit = ttfaMs > LIMIT_MS;
        found.accept(new Finding(
                "late-answer",
                pastLimit ? Severity.WARNING : Severity.INFO,
                "The answer to turn " + turn.turn() + " was sent after " + Math.round(ttfaMs)
                        + " ms at the bridge, past Twilio's "
                        + (pastLimit ? "limit of 1100 ms" : "target of 885 ms") + " for the platform's part.",
                "See where the time went in the turn's parts: a shorter end-of-speech wait, a faster model, audio sent on at once.",
                null));
    }
}
