package dev.sidetone.simulator.line.fault;

import java.util.Random;

/** The caller stands at a street: traffic behind the voice, on average {@code db} below one of usual loudness. */
public record Street(double db) implements SoundFault {
    static final FaultKind KIND = FaultKind.level(
            "street",
            "15dB",
            0,
            60,
            "traffic behind the caller, cars that pass and a horn now and then, on average so far below a voice of −18 dBm0",
            Street::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public String text() {
        return KIND.text(db);
    }

    @Override
    public SampleFilter filter(Random random) {
        return new StreetSound(Loudness.rms(Loudness.VOICE_DBM0 - db), random);
    }
}
