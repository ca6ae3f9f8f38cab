package dev.sidetone.simulator.scenario;

import java.util.List;
import java.util.stream.Stream;

/** What came out of a scenario, or of a run of several. */
public enum Verdict {
    /** All expectations held, and nothing else was wrong. */
    PASSED("passed"),
    /** An expectation did not hold, or a finding that counts was not expected. */
    FAILED("failed"),
    /** Nothing failed, and something could not be judged, because the machine was too busy to measure. */
    NOT_JUDGED("not judged"),
    /** The server was not reached, or the run was cancelled before. */
    NOT_RUN("not run");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** What came out of all of them: the one that matters most. */
    public static Verdict of(List<PlayedScenario> run) {
        return Stream.of(FAILED, NOT_RUN, NOT_JUDGED)
                .filter(verdict -> run.stream().anyMatch(played -> played.verdict() == verdict))
                .findFirst()
                .orElse(PASSED);
    }

    /** The verdict in the JSON and in reports. */
    public String word() {
        return word;
    }
}
