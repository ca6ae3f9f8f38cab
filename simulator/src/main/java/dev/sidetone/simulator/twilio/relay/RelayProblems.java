package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong with a session, each kind once, and how much more there was of bad messages. Owned by its session, on the line thread. */
final class RelayProblems {
    private final Consumer<Finding> findings;
    private final Set<String> reported = new HashSet<>();
    private long message;
    private long invalid;
    private long lastInvalid;
    private @Nullable InvalidMessage last;

    RelayProblems(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** The server's message of this number is being read. */
    void message(long number) {
        message = number;
    }

    long message() {
        return message;
    }

    /** Reports {@code finding}, unless one of its code and severity was. */
    void once(Finding finding) {
        if (reported.add(finding.code() + finding.severity())) {
            findings.accept(finding);
        }
    }

    void invalid(InvalidMessage what) {
        last = what;
        lastInvalid = message;
        invalid++;
        once(RelayFindings.invalid(what, message));
    }

    void streamOver() {
        if (invalid > 1 && last != null) {
            once(RelayFindings.moreInvalid(invalid - 1, last, lastInvalid));
        }
    }
}
