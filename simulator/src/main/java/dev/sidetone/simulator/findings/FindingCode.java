package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of the registry of findings: the only maker of a {@link Finding}. Every enum that implements this is one table of
 * {@code docs/findings.md}, which is generated from it. Immutable, for any thread.
 */
public interface FindingCode {
    /** The registry's entry of this code. */
    FindingEntry entry();

    /** Every code there is, in the order of the tables. */
    static List<FindingCode> all() {
        return Stream.<FindingCode[]>of(
                        WebhookCode.values(),
                        ConnectionCode.values(),
                        StreamCode.values(),
                        RelayCode.values(),
                        AgentCode.values(),
                        RecordingCode.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** Twilio's number where Twilio has one, else a name in lower case with hyphens. */
    default String code() {
        return entry().code();
    }

    /** A finding of the entry's own severity, the first where there are several, with the entry's cure. */
    default Finding found(String what) {
        return found(what, entry().cure());
    }

    /** The same with a cure that fits this case better. */
    default Finding found(String what, String cure) {
        return found(entry().severities().get(0), what, cure);
    }

    /** A finding of one of the entry's severities, with the entry's cure. */
    default Finding found(Severity severity, String what) {
        return found(severity, what, entry().cure());
    }

    /**
     * A finding of one case.
     *
     * @param severity one of the entry's
     * @param what one sentence with the values of the case, for the person who owns the server
     * @param cure what to do about it, one sentence
     */
    default Finding found(Severity severity, String what, String cure) {
        if (!entry().severities().contains(severity)) {
            throw new IllegalArgumentException(code() + " is never of severity " + severity.word());
        }
        return new Finding(code(), severity, what, cure, null);
    }
}
