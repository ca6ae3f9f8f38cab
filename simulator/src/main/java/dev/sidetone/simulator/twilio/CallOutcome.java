package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;

/**
 * The outcome of a call, from which an exit code is chosen.
 *
 * @param reached whether the server answered the first webhook at all; if not, the call could not run
 * @param findings what the line itself found, in order; meters may find more
 */
public record CallOutcome(String callSid, EndedBy by, String why, boolean reached, List<Finding> findings) {
    public CallOutcome {
        findings = List.copyOf(findings);
    }

    /** Whether one of the findings is an error. */
    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
