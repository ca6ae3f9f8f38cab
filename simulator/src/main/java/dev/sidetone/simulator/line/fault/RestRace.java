package dev.sidetone.simulator.line.fault;

/** The REST API finds the call not in progress yet. */
public record RestRace() implements ServerFault {
    static final FaultKind KIND = FaultKind.plain(
            "rest-race", "the REST API refuses the first redirect of a call as too early: 21220", RestRace::new);

    @Override
    public FaultKind kind() {
        return KIND;
    }
}
