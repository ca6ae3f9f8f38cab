package dev.sidetone.simulator.line.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Calculates when messages reach the socket, in nanoseconds after the stream's start: delayed by jitter, bursts and stalls, and never
 * before one that was sent earlier. Owned by {@link FaultInjector}.
 */
final class SendTimes {
    private final List<FaultWindow> windows = new ArrayList<>();
    private final long seed;
    private long lastNs = Long.MIN_VALUE;

    SendTimes(List<FaultWindow> windows, long seed) {
        this.seed = seed;
        windows.forEach(this::add);
    }

    /** Lets a further fault change the times from its beginning on; one of sound does not. */
    void add(FaultWindow window) {
        if (window.fault() instanceof StreamFault) {
            windows.add(window);
        }
    }

    /** A frame, due at {@code ns} on a good line. */
    long frameDueNs(long tick, long ns) {
        return inOrder(held(ns + jitterNs(tick, ns), ns));
    }

    /** Any other message, sent at {@code ns}. */
    long dueNs(long ns) {
        return inOrder(held(ns, ns));
    }

    private long inOrder(long ns) {
        lastNs = Math.max(lastNs, ns);
        return lastNs;
    }

    /** Drawn from the tick's number, so that neither a lost tick nor a mark changes what comes after it. */
    private long jitterNs(long tick, long ns) {
        long most = 0;
        for (FaultWindow window : windows) {
            if (window.fault() instanceof StreamFault fault && window.holds(ns)) {
                most += fault.jitterNs();
            }
        }
        return most == 0 ? 0 : new SplittableRandom(seed + tick).nextLong(most + 1);
    }

    private long held(long dueNs, long sentNs) {
        long heldNs = dueNs;
        for (FaultWindow window : windows) {
            if (window.fault() instanceof StreamFault fault && window.holds(sentNs)) {
                heldNs = fault.collectedUntilNs(heldNs, window);
            }
        }
        return stalled(heldNs);
    }

    /** A stall that ends where another begins leads into it, whichever was typed first. */
    private long stalled(long dueNs) {
        long heldNs = dueNs;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (FaultWindow window : windows) {
                if (window.fault() instanceof StreamFault fault && window.holds(heldNs)) {
                    long untilNs = fault.stalledUntilNs(heldNs, window);
                    moved |= untilNs != heldNs;
                    heldNs = untilNs;
                }
            }
        }
        return heldNs;
    }
}
