package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Random;

/** White noise behind the caller, {@code db} below a voice of usual loudness. */
public record Noise(double db) implements SoundFault {
    static final FaultKind KIND = FaultKind.level(
            "noise", "20dB", 0, 60, "white noise behind the caller, so far below a voice of −18 dBm0", Noise::new);

    /** The average of a voice on the line while it speaks. */
    private static final double VOICE_DBM0 = -18;
    /** A sine that reads 3.17 dBm0 has this peak. */
    private static final double FULL_SCALE_PEAK = 8159 * 4;

    private static final double FULL_SCALE_DBM0 = 3.17;

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(db);
    }

    @Override
    public void addTo(double[] samples, LineFrame leak, Random random) {
        double deviation = rms(VOICE_DBM0 - db);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += deviation * random.nextGaussian();
        }
    }

    private static double rms(double dbm0) {
        return FULL_SCALE_PEAK / Math.sqrt(2) * Math.pow(10, (dbm0 - FULL_SCALE_DBM0) / 20);
    }
}
