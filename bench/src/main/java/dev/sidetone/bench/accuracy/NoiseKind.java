package dev.sidetone.bench.accuracy;

import dev.sidetone.simulator.line.fault.SoundFault.SampleFilter;
import dev.sidetone.simulator.line.fault.Street;
import java.util.Objects;
import java.util.Random;

/** What is to be heard behind a caller. */
enum NoiseKind {
    /** Nothing at all. */
    NONE,
    /** Noise of the same strength at every frequency. */
    WHITE,
    /** The street of {@code --fault street}: distant traffic, cars that come by, and a horn now and then. */
    STREET;

    /** Noise with a mean power of 1, but for {@link #NONE}. */
    double[] noise(int length, Random random) {
        double[] noise = new double[length];
        switch (this) {
            case NONE -> {}
            case WHITE -> {
                for (int i = 0; i < length; i++) {
                    noise[i] = random.nextGaussian();
                }
            }
            case STREET -> {
                SampleFilter street = Objects.requireNonNull(new Street(0).filter(random));
                street.filter(noise);
            }
        }
        return unit(noise);
    }

    private static double[] unit(double[] sound) {
        double power = 0;
        for (double sample : sound) {
            power += sample * sample / sound.length;
        }
        for (int i = 0; i < sound.length && power > 0; i++) {
            sound[i] /= Math.sqrt(power);
        }
        return sound;
    }
}
