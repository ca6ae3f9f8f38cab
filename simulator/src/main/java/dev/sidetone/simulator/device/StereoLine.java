package dev.sidetone.simulator.device;

/** A sound card that plays two voices at 8 kHz, one on each side. Used by one thread, which it paces. */
public interface StereoLine extends AutoCloseable {
    /**
     * Plays the next samples; blocks while the card has enough.
     *
     * @param left for the left ear
     * @param right for the right ear, equally long
     */
    void play(short[] left, short[] right) throws DeviceProblem;

    /** How much of what was played is not heard yet, ms. */
    double aheadMs();

    /** Releases the card at once: what is not heard yet never is. */
    @Override
    void close();
}
