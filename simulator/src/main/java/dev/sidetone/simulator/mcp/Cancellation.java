package dev.sidetone.simulator.mcp;

import java.util.ArrayList;
import java.util.List;

/** Whether the client has called a request off, and what then has to end. For any thread. */
public final class Cancellation {
    private final List<Runnable> ends = new ArrayList<>();
    private boolean cancelled;

    /** Runs {@code end} when the request is called off; at once if it was already. */
    public synchronized void onCancel(Runnable end) {
        if (cancelled) {
            end.run();
        } else {
            ends.add(end);
        }
    }

    /** Calls the request off; a second time does nothing. */
    synchronized void cancel() {
        if (!cancelled) {
            cancelled = true;
            ends.forEach(Runnable::run);
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
