package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * One step of a visit to an agent. Immutable.
 *
 * @param name its name, as in {@code connection}
 * @param outcome how it went
 * @param ms its figure, or null where it has none
 * @param what one phrase about it
 * @param code the code of the failure, as in findings; null where it did not fail
 * @param cure one sentence; null where it did not fail
 */
public record VisitStep(
        String name, Outcome outcome, @Nullable Double ms, String what, @Nullable String code, @Nullable String cure) {
    /** How a step went. */
    public enum Outcome {
        /** It went well. */
        OK("ok"),
        /** It came to nothing, which need not be wrong. */
        NONE("none"),
        /** It failed, and no call is possible. */
        FAILED("failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The outcome in the JSON and on the terminal. */
        public String word() {
            return word;
        }
    }

    public VisitStep {
        what = ForeignText.line(what);
    }

    /** A step that went well. */
    static VisitStep ok(String name, @Nullable Double ms, String what) {
        return new VisitStep(name, Outcome.OK, ms, what, null, null);
    }

    /** A step that came to nothing. */
    static VisitStep none(String name, String what) {
        return new VisitStep(name, Outcome.NONE, null, what, null, null);
    }

    /** A step that failed. */
    static VisitStep failed(String name, AgentFailure failure) {
        return new VisitStep(name, Outcome.FAILED, null, failure.what(), failure.code(), failure.cure());
    }

    /** Whether it failed. */
    public boolean isFailed() {
        return outcome == Outcome.FAILED;
    }
}
