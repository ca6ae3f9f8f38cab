package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.LiveCall;
import dev.sidetone.simulator.timeline.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a call of live mode until the session's end. Immutable.
 *
 * @param cost estimated, or null without rates
 */
record LiveOutcome(CallResult result, LiveCall.@Nullable Cost cost) {
    static LiveOutcome of(LiveCall call) {
        return new LiveOutcome(call.result(), call.cost());
    }
}
