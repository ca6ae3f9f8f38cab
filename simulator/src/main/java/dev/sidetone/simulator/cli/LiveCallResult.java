package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.timeline.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a call of live mode until the session's end. Immutable.
 *
 * @param cost estimated, or null without rates
 */
record LiveCallResult(CallResult result, LiveCall.@Nullable Cost cost) {
    static LiveCallResult of(LiveCall call) {
        return new LiveCallResult(call.result(), call.cost());
    }
}
