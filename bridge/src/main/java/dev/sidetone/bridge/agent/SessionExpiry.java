package dev.sidetone.bridge.agent;

import com.fasterxml.jackson.databind.JsonNode;

/** Reports the moment at which a vendor will end a session. Stateless. */
public final class SessionExpiry {
    /** In the year 2096; what a vendor reports beyond it is no time that anybody waits for. */
    private static final long MOST_S = 4_000_000_000L;

    private SessionExpiry() {}

    /** Reports {@code expiresAt}, in seconds of the calendar; a value that is none, or is past by this machine's clock, is left out. */
    public static void report(JsonNode expiresAt, AgentPort port, long atNs) {
        long leftNs = expiresAt.isNumber() ? port.nsUntil(seconds(expiresAt)) : 0;
        if (leftNs > 0) {
            port.report(new AgentEvent.Lasts(atNs, leftNs));
        }
    }

    private static long seconds(JsonNode expiresAt) {
        double seconds = expiresAt.doubleValue();
        return Double.isFinite(seconds) ? (long) Math.max(0, Math.min(MOST_S, seconds)) : 0;
    }
}
