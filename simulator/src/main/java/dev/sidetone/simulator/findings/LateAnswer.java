package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Measured;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/**
 * An answer past Twilio's target or limit for the gap between two speakers; at the bridge past those for the platform's part of it. Only of
 * turns whose time can be trusted, and in which the line let the server hear the caller.
 */
final class LateAnswer implements Check {
    private static final double TARGET_MS = 1_115;
    private static final double LIMIT_MS = 1_400;
    private static final double BRIDGE_TARGET_MS = 885;
    private static final double BRIDGE_LIMIT_MS = 1_100;

    private final DialledFaults dialled = new DialledFaults("stall", "gap", "mute");
    private boolean atBridge;
    private long callerStartNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        dialled.fold(fact);
        if (fact instanceof Fact.CallPlaced placed) {
            atBridge = placed.place() == Measured.BRIDGE;
        } else if (fact instanceof Fact.CallerStarted started) {
            callerStartNs = started.startNs();
        }
    }

    @Override
    public void answered(Turn turn, Consumer<Finding> found) {
        Double ttfaMs = turn.ttfaMs();
        boolean trusted = turn.judged() && !dialled.heldSince(callerStartNs);
        if (ttfaMs == null || !trusted || ttfaMs <= (atBridge ? BRIDGE_TARGET_MS : TARGET_MS)) {
            return;
        }
        boolean pastLimit = ttfaMs > (atBridge ? BRIDGE_LIMIT_MS : LIMIT_MS);
        String answer = "The answer to turn " + turn.turn();
        found.accept(StreamCode.LATE_ANSWER.found(
                pastLimit ? Severity.WARNING : Severity.INFO,
                atBridge
                        ? answer + " was sent after " + Math.round(ttfaMs) + " ms at the bridge, past Twilio's "
                                + (pastLimit ? "limit of 1100 ms" : "target of 885 ms") + " for the platform's part."
                        : answer + " was heard after " + Math.round(ttfaMs) + " ms, past Twilio's "
                                + (pastLimit ? "limit of 1400 ms." : "target of 1115 ms.")));
    }
}
