package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Direction;

/**
 * The identifiers of one session. Immutable.
 *
 * @param sessionId VX and 32 hex digits
 * @param ringing whether nobody had picked the call up when its TwiML was asked for
 */
public record RelayNames(CallPlan plan, String callSid, String sessionId, boolean ringing) {
    String direction() {
        return plan.direction().word();
    }

    /** In capitals, unlike in webhooks. */
    String callStatus() {
        return ringing && plan.direction() == Direction.INBOUND ? "RINGING" : "IN_PROGRESS";
    }
}
