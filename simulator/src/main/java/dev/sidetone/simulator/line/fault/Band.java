package dev.sidetone.simulator.line.fault;

/** The caller sounds as through an old telephone: 300 to 3400 Hz. */
public record Band() implements SoundFault {
    static final FaultKind KIND = FaultKind.plain("band", "the caller through 300 to 3400 Hz", Band::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }

    @Override
    public SampleFilter filter() {
        return new TelephoneBand();
    }
}
