package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What is wrong with a call's documents without stopping them: each thing told once a call. Owned by its call, on the line thread. */
final class TwimlWarnings {
    /** More than these say nothing new. */
    static final int MOST = 25;

    private final Consumer<Finding> findings;
    private final Set<String> told = new HashSet<>();

    TwimlWarnings(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Tells {@code finding}, unless it has been. */
    void tell(Finding finding) {
        if (told.size() < MOST && told.add(finding.what())) {
            findings.accept(finding);
        }
    }

    /** Twilio's validation of the document against its schema fails here. */
    void invalid(String what, String cure) {
        tell(TwimlFindings.invalid(what, cure));
    }
}
