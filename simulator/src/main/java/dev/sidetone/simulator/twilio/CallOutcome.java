package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;

/**
 * The outcome of a call, from which an exit code is chosen.
 *
 * @param reached whether the server answered the first webhook; if not, the call could not run
 * @param findings the findings of the line itself, in order; meters may add more
 */
public record CallOutcome(String callSid, EndedBy by, String why, boolean reached, List<Finding> findings) {
    public CallOutcome {
        findings = List.copyOf(findings);
    }

    /** Returns whether one of the findings is an error. */
    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
