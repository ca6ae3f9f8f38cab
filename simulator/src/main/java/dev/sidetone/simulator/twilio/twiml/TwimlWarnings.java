package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Reports what is wrong with a call's documents without stopping them, each thing once a call. Owned by its call, on the line thread. */
final class TwimlWarnings {
    /** More than these are not reported. */
    static final int MOST = 25;

    private final Consumer<Finding> findings;
    private final Set<String> reported = new HashSet<>();

    TwimlWarnings(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Reports {@code finding}, unless it was reported. */
    void add(Finding finding) {
        if (reported.size() < MOST && reported.add(finding.what())) {
            findings.accept(finding);
        }
    }

    /** Twilio's validation of the document against its schema fails here. */
    void invalid(String what, String cure) {
        add(TwimlFindings.invalid(what, cure));
    }
}
