package dev.sidetone.simulator.mcp;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The requests that are being carried out, by the client's number for each. For any thread. */
final class RunningRequests {
    /** So many that were called off before they began are remembered. */
    private static final int MOST_EARLY = 100;

    private final Map<String, Cancellation> running = new HashMap<>();
    private final Set<String> early = new LinkedHashSet<>();

    /** The cancellation of request {@code id}, which begins now and may have been called off already. */
    synchronized Cancellation begin(String id) {
        Cancellation cancellation = new Cancellation();
        running.put(id, cancellation);
        if (early.remove(id)) {
            cancellation.cancel();
        }
        return cancellation;
    }

    /** Calls off all that run: the client is gone. */
    synchronized void cancelAll() {
        running.values().forEach(Cancellation::cancel);
    }

    synchronized void end(String id) {
        running.remove(id);
    }

    /** Calls off request {@code id}, now or as soon as it begins; one that has ended is nothing to call off. */
    synchronized void cancel(String id) {
        Cancellation cancellation = running.get(id);
        if (cancellation != null) {
            cancellation.cancel();
            return;
        }
        early.add(id);
        if (early.size() > MOST_EARLY) {
            Iterator<String> oldest = early.iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
