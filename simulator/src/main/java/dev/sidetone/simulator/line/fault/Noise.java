package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Random;

/** White noise behind the caller, {@code db} below a voice of usual loudness. */
public record Noise(double db) implements SoundFault {
    static final FaultKind KIND = FaultKind.level(
            "noise", "20dB", 0, 60, "white noise behind the caller, so far below a voice of −18 dBm0", Noise::new);

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
        double deviation = Loudness.rms(Loudness.VOICE_DBM0 - db);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += deviation * random.nextGaussian();
        }
    }
}
