package dev.sidetone.simulator.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The queue of facts on their way into the timeline: any thread adds without a lock, the owner folds them in the order of their stamps,
 * those of equal stamps in the order of arrival.
 */
final class FactQueue {
    private record Arrival(long atNs, Runnable folding) {}

    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    /** The earliest first. Nearly all arrive in order, and the others are late by a few places. */
    private final Deque<Arrival> sorted = new ArrayDeque<>();

    private final Deque<Arrival> later = new ArrayDeque<>();

    /** Puts down a fact stamped {@code atNs}, which {@code folding} folds on the owner's thread. Any thread. */
    void put(long atNs, Runnable folding) {
        arrivals.offer(new Arrival(atNs, folding));
    }

    /** Folds, in order, what is stamped {@code untilNs} or earlier. The owner only. */
    void fold(long untilNs) {
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            insert(next);
        }
        for (Arrival next = sorted.peek(); next != null && next.atNs <= untilNs; next = sorted.peek()) {
            sorted.remove();
            next.folding.run();
        }
    }

    private void insert(Arrival arrival) {
        for (Arrival last = sorted.peekLast(); last != null && last.atNs > arrival.atNs; last = sorted.peekLast()) {
            later.push(sorted.removeLast());
        }
        sorted.addLast(arrival);
        while (!later.isEmpty()) {
            sorted.addLast(later.pop());
        }
    }
}
