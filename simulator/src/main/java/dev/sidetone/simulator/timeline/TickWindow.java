package dev.sidetone.simulator.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The ticks of the last {@value #SECONDS} s, for drawing. Written by the timeline's owner, read by any thread. */
public final class TickWindow {
    /** How far back it reaches. */
    public static final int SECONDS = 30;

    private static final int SIZE = SECONDS * 50;

    private final AtomicReferenceArray<Fact.Tick> ring = new AtomicReferenceArray<>(SIZE);
    private volatile long count;

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void add(Fact.Tick tick) {
        ring.set((int) (count % SIZE), tick);
        count++;
    }

    /** The latest tick, or null before the first. */
    public Fact.@Nullable Tick latest() {
        long until = count;
        return until == 0 ? null : ring.get((int) ((until - 1) % SIZE));
    }

    /** The ticks at hand, oldest first. */
    public List<Fact.Tick> ticks() {
        long until = count;
        List<Fact.Tick> ticks = new ArrayList<>(SIZE);
        for (long i = Math.max(0, until - SIZE); i < until; i++) {
            ticks.add(ring.get((int) (i % SIZE)));
        }
        return ticks;
    }
}
