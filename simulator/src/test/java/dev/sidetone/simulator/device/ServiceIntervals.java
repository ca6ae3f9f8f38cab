package dev.sidetone.simulator.device;

import java.util.Random;

/** The irregular intervals at which Java services a sound card: a little more than ten milliseconds. */
final class ServiceIntervals {
    private final Random random = new Random(3);
    private double nextMs = 10;

    /** The next moment, if it is before {@code nowMs}, or 0. */
    double next(double nowMs) {
        if (nextMs > nowMs) {
            return 0;
        }
        double look = nextMs;
        nextMs += 10.1 + 0.5 * random.nextDouble();
        return look;
    }
}
