package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Random;

/** The caller's microphone is bad: thin, overdriven, and it hums. */
public record BadMic() implements SoundFault {
    static final FaultKind KIND = FaultKind.plain(
            "bad-mic",
            "the caller through a bad microphone: 400 to 2600 Hz, every peak clipped, and a hum of 50 Hz at −48 dBm0",
            BadMic::new);

    private static final double LOW_HZ = 400;
    private static final double HIGH_HZ = 2600;

    /** Half of the voice's peaks are higher. */
    private static final double CLIPPED_AT = 1.2 * Loudness.rms(Loudness.VOICE_DBM0);

    private static final double HUM_DBM0 = -48;
    private static final double HUM_HZ = 50;
    /** The share of each odd harmonic, from the first on. */
    private static final double[] HARMONICS = {1, 0.7, 0.5, 0.3, 0.2};

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public SampleFilter filter(Random random) {
        return new Microphone();
    }

    private static final class Microphone implements SampleFilter {
        private final BandPass capsule = new BandPass(LOW_HZ, HIGH_HZ);
        private final double hum = Loudness.rms(HUM_DBM0) / rmsOfHarmonics();
        private long sample;

        @Override
        public void filter(double[] samples) {
            capsule.filter(samples);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Math.max(-CLIPPED_AT, Math.min(CLIPPED_AT, samples[i])) + hum * nextHarmonics();
            }
        }

        private double nextHarmonics() {
            double angle = 2 * Math.PI * HUM_HZ * sample++ / LineFrame.RATE_HZ;
            double sum = 0;
            for (int i = 0; i < HARMONICS.length; i++) {
                sum += HARMONICS[i] * Math.sin((2 * i + 1) * angle);
            }
            return sum;
        }

        private static double rmsOfHarmonics() {
            double power = 0;
            for (double share : HARMONICS) {
                power += share * share / 2;
            }
            return Math.sqrt(power);
        }
    }
}
