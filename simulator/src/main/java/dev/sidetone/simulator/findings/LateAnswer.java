package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/** An answer past Twilio's target or limit for the gap between two speakers. Only of turns whose time can be trusted, and in which the line let the server hear the caller. */
final class LateAnswer implements Check {
    private static final double TARGET_MS = 1_115;
    private static final double LIMIT_MS = 1_400;

    private final DialledFaults dialled = new DialledFaults("stall", "gap", "mute");
    private long callerStartNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        dialled.fold(fact);
        if (fact instanceof Fact.CallerStarted started) {
            callerStartNs = started.startNs();
        }
    }

    @Override
    public void answered(Turn turn, Consumer<Finding> found) {
        Double ttfaMs = turn.ttfaMs();
        boolean trusted = turn.judged() && !dialled.heldSince(callerStartNs);
        if (ttfaMs == null || !trusted || ttfaMs <= TARGET_MS) {
            return;
        }
        boolean pastLimit = ttfaMs > LIMIT_MS;
        found.accept(new Finding(
                "late-answer",
                pastLimit ? Severity.WARNING : Severity.INFO,
                "The answer to turn " + turn.turn() + " was heard after " + Math.round(ttfaMs) + " ms, past Twilio's "
                        + (pastLimit ? "limit of 1400 ms." : "target of 1115 ms."),
                "See where the time went in the turn's parts: a shorter end-of-speech wait, a faster model, audio sent on at once.",
                null));
    }
}
