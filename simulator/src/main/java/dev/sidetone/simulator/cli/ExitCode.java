package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import java.util.stream.Stream;

/** The exit codes of every command, with the one rule by which the findings of calls choose theirs. */
enum ExitCode {
    /** The command did what it should, and no call has a finding that counts. */
    DONE(0),
    /** A call has a finding of severity error, or under {@code --strict} a warning. */
    FOUND(1),
    /** A usage, a setting or a file is wrong. */
    WRONG_USAGE(2),
    /** Something outside the command is missing, or Sidetone itself broke. */
    COULD_NOT_RUN(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** @param strict whether warnings count too */
    static ExitCode of(Stream<CallResult.ReportedFinding> findings, boolean strict) {
        boolean counts = findings.map(CallResult.ReportedFinding::severity)
                .anyMatch(severity -> severity == Severity.ERROR || (strict && severity == Severity.WARNING));
        return counts ? FOUND : DONE;
    }
}
