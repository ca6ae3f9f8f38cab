package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.timeline.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * The result of a live call with its cost. Immutable.
 *
 * @param cost the estimated cost, or null without rates
 */
record LiveCallResult(CallResult result, LiveCall.@Nullable Cost cost) {
    static LiveCallResult of(LiveCall call) {
        return new LiveCallResult(call.result(), call.cost());
    }
}
