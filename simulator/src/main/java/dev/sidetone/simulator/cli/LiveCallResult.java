package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.timeline.CallResult;
import org.jspecify.annotations.Nullable;

/**
 * The result of a live call with its two ends and its cost. Immutable.
 *
 * @param status the call's last status in Twilio's words
 * @param cost the estimated cost, or null without rates
 */
record LiveCallResult(
        String from, String to, boolean isOutbound, String status, CallResult result, LiveCall.@Nullable Cost cost) {
    static LiveCallResult of(LiveCall call) {
        return new LiveCallResult(call.from(), call.to(), call.isOutbound(), call.status(), call.result(), call.cost());
    }
}
