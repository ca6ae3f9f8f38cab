package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds an answer past Twilio's target or limit for the gap between two speakers; at the bridge past those for the platform's part of it.
 * Judges only turns whose time can be trusted, and in which no injected fault kept the caller from the server.
 */
final class LateAnswer implements Check {
    private final DegradedCaller degraded = new DegradedCaller();
    private boolean atBridge;
    private long callerStartNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        degraded.fold(fact);
        if (fact instanceof Fact.CallPlaced placed) {
            atBridge = placed.place() == MeasuredAt.BRIDGE;
        } else if (fact instanceof Fact.CallerStarted started) {
            callerStartNs = started.startNs();
        }
    }

    @Override
    public void answered(Turn turn, Consumer<Finding> found) {
        Double ttfaMs = turn.ttfaMs();
        int targetMs = atBridge ? Thresholds.BRIDGE_TARGET_TTFA_MS : Thresholds.TARGET_TTFA_MS;
        int limitMs = atBridge ? Thresholds.BRIDGE_LIMIT_TTFA_MS : Thresholds.LIMIT_TTFA_MS;
        boolean trusted = turn.judged() && !degraded.cutOffSince(callerStartNs);
        if (ttfaMs == null || !trusted || ttfaMs <= targetMs) {
            return;
        }
        boolean pastLimit = ttfaMs > limitMs;
        String past = pastLimit ? "limit of " + limitMs + " ms" : "target of " + targetMs + " ms";
        found.accept(degraded.fair(StreamCode.LATE_ANSWER.found(
                pastLimit ? Severity.WARNING : Severity.INFO,
                "The answer to turn " + turn.turn() + (atBridge ? " was sent after " : " was heard after ")
                        + Math.round(ttfaMs) + (atBridge ? " ms at the bridge" : " ms") + ", past Twilio's " + past
                        + (atBridge ? " for the platform's part." : "."))));
    }
}
