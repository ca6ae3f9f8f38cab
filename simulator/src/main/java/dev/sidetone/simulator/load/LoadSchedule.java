package dev.sidetone.simulator.load;

import org.jspecify.annotations.Nullable;

/** Says at every moment how many callers there are to be. By the load's thread. */
public interface LoadSchedule {
    /** There are to be no callers any more: the load is over. */
    int OVER = -1;

    /** The number of callers from {@code nowNs} on, or {@link #OVER}. */
    int wanted(long nowNs, CallerRamp callers);

    /** What a search has found; null of a load that is no search, or that was broken off before it knew anything. */
    default @Nullable Capacity capacity() {
        return null;
    }

    /** A few words for the live line, or nothing. */
    default String words() {
        return "";
    }
}
