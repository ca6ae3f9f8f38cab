package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The moments of the last {@value #KEPT_S} s. Edges of the caller's speech are announced after the fact; a meter that learns of one
 * folds from here what came since. Owned by {@link CallFold}.
 */
final class RecentMoments {
    static final long KEPT_S = 5;
    private static final long KEPT_NS = KEPT_S * 1_000_000_000L;

    private final Deque<Moment> moments = new ArrayDeque<>();
    private long queuedBytes;

    void add(Moment moment) {
        moments.addLast(moment);
        if (moment instanceof Moment.Queued queued) {
            queuedBytes += queued.bytes();
        }
        while (moments.getFirst().atNs() < moment.atNs() - KEPT_NS) {
            moments.removeFirst();
        }
    }

    void replay(Consumer<Moment> meter) {
        moments.forEach(meter);
    }

    int size() {
        return moments.size();
    }

    /** The number of bytes queued up to {@code ns}. */
    long queuedBy(long ns) {
        long since = 0;
        for (Moment moment : moments) {
            if (moment instanceof Moment.Queued queued && queued.atNs() > ns) {
                since += queued.bytes();
            }
        }
        return queuedBytes - since;
    }

    /** The number of those that were heard or discarded up to {@code ns}. */
    long goneBy(long ns) {
        long gone = 0;
        for (Moment moment : moments) {
            if (moment.atNs() > ns) {
                continue;
            }
            if (moment instanceof Moment.Window window) {
                gone = window.firstByte() + Math.min(window.bytes(), (ns - window.atNs()) / LineFrame.SAMPLE_NS);
            } else if (moment instanceof Moment.Cleared cleared) {
                gone = queuedBy(cleared.atNs());
            }
        }
        return gone;
    }

    /** The end of the last window up to {@code ns} in which the agent was heard, or {@code ns} itself inside of one. */
    long lastAudibleBy(long ns) {
        long last = Long.MIN_VALUE / 2;
        for (Moment moment : moments) {
            if (moment instanceof Moment.Window window && window.audible() && window.atNs() <= ns) {
                last = Math.min(ns, window.endNs());
            }
        }
        return last;
    }
}
