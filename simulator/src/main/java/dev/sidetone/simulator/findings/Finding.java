package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a call.
 *
 * @param code Twilio's number where Twilio has one, else a name in lower case with hyphens
 * @param what one sentence for the person who owns the server
 * @param cure what to do about it, one sentence
 * @param frame the message of the server that shows it, counted from 1, or null when it is no single one
 */
public record Finding(String code, Severity severity, String what, String cure, @Nullable Long frame) {
    /** The fact that it was found at {@code atNs}, on the producers' clock. */
    public Fact.Found at(long atNs) {
        return new Fact.Found(atNs, code, severity, what, cure, frame);
    }
}
