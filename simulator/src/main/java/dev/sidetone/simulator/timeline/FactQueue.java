package dev.sidetone.simulator.timeline;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The queue of facts on their way into the timeline: any thread adds without a lock, the owner folds them in the order of their stamps,
 * those of equal stamps in the order of arrival.
 */
final class FactQueue {
    private record Arrival(long atNs, Runnable folding) {}

    private record Ranked(Arrival arrival, long order) {
        long atNs() {
            return arrival.atNs;
        }
    }

    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Ranked> sorted =
            new PriorityQueue<>(Comparator.comparingLong(Ranked::atNs).thenComparingLong(Ranked::order));
    private long order;

    /** Puts down a fact stamped {@code atNs}, which {@code folding} folds on the owner's thread. Any thread. */
    void put(long atNs, Runnable folding) {
        arrivals.offer(new Arrival(atNs, folding));
    }

    /** Folds, in order, what is stamped {@code untilNs} or earlier. The owner only. */
    void fold(long untilNs) {
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            sorted.add(new Ranked(next, order++));
        }
        for (Ranked next = sorted.peek(); next != null && next.atNs() <= untilNs; next = sorted.peek()) {
            sorted.remove();
            next.arrival.folding.run();
        }
    }
}
