package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one call as its timeline folds it, and may add facts of its own, such as what is wrong with the call. Called in order, on the
 * thread of the timeline's owner; must not throw.
 */
public interface TimelineObserver {
    /** Makes the observer of one timeline. */
    interface Factory {
        /** Nobody observes. */
        Factory NONE = (fold, facts) -> new TimelineObserver() {};

        /**
         * Makes the observer, before the first fact.
         *
         * @param fold the numbers of what was folded so far
         * @param facts takes what the observer adds, which is folded at once
         */
        TimelineObserver observe(CallFold fold, Consumer<Fact> facts);
    }

    /** Every fact but ticks and media, those included that the observer added. */
    default void fold(Fact fact) {}

    /** One tick of the line with the sound that it carried both ways. */
    default void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {}

    /** Audio of the server, as it came. */
    default void media(Fact.MediaArrived media, byte[] mulaw) {}

    /**
     * The call is about to end: called just before its last fact.
     *
     * @param call the numbers so far
     * @param endedAtMs when it ends, on the call's own clock, or null when no stream ever began
     * @param endNs the same on the producers' clock
     */
    default void ends(CallResult call, @Nullable Double endedAtMs, long endNs) {}

    /** The recording, which was to be kept, could not be written any further at {@code atNs}. */
    default void recordingLost(String why, long atNs) {}
}
