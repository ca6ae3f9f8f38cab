package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.AdmissionBudget;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the requests for the documents of each call against the budget. Locked, for any event loop; not on the audio path. */
final class DocumentRate {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int MOST_CALLS = 10_000;

    private final int most;
    /** By CallSid, the one that was asked for first at the front. */
    private final Map<String, Minute> minutes = new LinkedHashMap<>();

    private record Minute(long beganNs, int requests) {}

    DocumentRate(AdmissionBudget budget) {
        this.most = budget.of(AdmissionBudget.Limit.DOCUMENTS_PER_CALL);
    }

    /** Counts a request; false when it is one too many. A request that names no call is not counted: it is one call at the most. */
    synchronized boolean allows(String callSid, long nowNs) {
        if (callSid.isEmpty()) {
            return true;
        }
        Minute known = minutes.get(callSid);
        Minute now = known == null || nowNs - known.beganNs >= MINUTE_NS
                ? new Minute(nowNs, 1)
                : new Minute(known.beganNs, known.requests + 1);
        minutes.put(callSid, now);
        if (minutes.size() > MOST_CALLS) {
            minutes.remove(minutes.keySet().iterator().next());
        }
        return now.requests <= most;
    }
}
