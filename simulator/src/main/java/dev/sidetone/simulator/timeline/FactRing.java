package dev.sidetone.simulator.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The latest facts of one kind, for drawing. Written by the timeline's owner, read by any thread. */
public final class FactRing<F extends Fact> {
    private final AtomicReferenceArray<F> ring;
    private volatile long count;

    FactRing(int room) {
        this.ring = new AtomicReferenceArray<>(room);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void add(F fact) {
        ring.set((int) (count % ring.length()), fact);
        count++;
    }

    /** The number of facts so far, with those that were dropped: it changes when {@link #facts} does. */
    public long count() {
        return count;
    }

    /** The facts at hand, oldest first. */
    public List<F> facts() {
        long until = count;
        List<F> facts = new ArrayList<>();
        for (long i = Math.max(0, until - ring.length()); i < until; i++) {
            facts.add(ring.get((int) (i % ring.length())));
        }
        return facts;
    }
}
