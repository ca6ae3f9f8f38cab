package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds a bridge that held an answer's first audio for longer than a frame lasts. Known of the embedded bridge only; reports once per call.
 */
final class SlowRelay implements Check {
    private boolean reported;

    @Override
    public void answered(Turn turn, Consumer<Finding> found) {
        Double bridgeMs = turn.parts().bridgeMs();
        if (!reported && turn.judged() && bridgeMs != null && bridgeMs > Thresholds.RELAY_MS) {
            reported = true;
            found.accept(AgentCode.SLOW_RELAY.found(
                    "The bridge took " + Math.round(bridgeMs) + " ms to pass the first audio of an answer on."));
        }
    }
}
