package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A fault that changes the caller's sound on its way to the server. Immutable. */
public non-sealed interface SoundFault extends LineFault {
    /** Returns whether the caller's own voice is silent. */
    default boolean silencesVoice() {
        return false;
    }

    /**
     * Adds its sound to a frame's samples.
     *
     * @param leak what the caller hears, as late as it comes back through the air
     */
    default void addTo(double[] samples, LineFrame leak, Random random) {}

    /** A new filter for the sum of all sounds of one call, which may draw from {@code random}; or null. */
    default @Nullable SampleFilter filter(Random random) {
        return null;
    }

    /** A filter, or a sound that is added, with the state of one call. */
    interface SampleFilter {
        /** Changes a frame's samples in place. */
        void filter(double[] samples);
    }
}
