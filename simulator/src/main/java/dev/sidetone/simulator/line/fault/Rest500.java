package dev.sidetone.simulator.line.fault;

/** The REST API answers 500. */
public record Rest500() implements ServerFault {
    static final FaultKind KIND =
            FaultKind.plain("rest-500", "the REST API answers every request with 500", Rest500::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }
}
