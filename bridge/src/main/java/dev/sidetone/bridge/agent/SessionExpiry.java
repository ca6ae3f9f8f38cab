package dev.sidetone.bridge.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Reports the moment at which a vendor will end a session. Stateless. */
public final class SessionExpiry {
    private SessionExpiry() {}

    /** Reports {@code expiresAt}, in seconds of the calendar; a value that is none, or is past by this machine's clock, is left out. */
    public static void report(JsonNode expiresAt, AgentPort port, long atNs) {
        long leftNs = expiresAt.isNumber() ? port.nsUntil(expiresAt.longValue()) : 0;
        if (leftNs > 0) {
            port.report(new AgentEvent.Lasts(atNs, leftNs));
        }
    }
}
