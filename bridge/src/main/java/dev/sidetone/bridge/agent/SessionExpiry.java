package dev.sidetone.bridge.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** A session's end as a vendor tells it. Stateless. */
public final class SessionExpiry {
    private SessionExpiry() {}

    /** Tells the call of {@code expiresAt}, seconds of the calendar; what is none, or is past by this machine's clock, tells nothing. */
    public static void report(JsonNode expiresAt, AgentPort port, long atNs) {
        long leftNs = expiresAt.isNumber() ? port.nsUntil(expiresAt.longValue()) : 0;
        if (leftNs > 0) {
            port.report(new AgentEvent.Lasts(atNs, leftNs));
        }
    }
}
