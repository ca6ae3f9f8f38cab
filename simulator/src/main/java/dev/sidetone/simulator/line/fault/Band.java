package dev.sidetone.simulator.line.fault;

import java.util.Random;

/** The caller sounds as through an old telephone: 300 to 3400 Hz. */
public record Band() implements SoundFault {
    static final FaultKind KIND = FaultKind.plain("band", "the caller through 300 to 3400 Hz", Band::new);

    private static final double LOW_HZ = 300;
    private static final double HIGH_HZ = 3400;

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public SampleFilter filter(Random random) {
        return new BandPass(LOW_HZ, HIGH_HZ);
    }
}
