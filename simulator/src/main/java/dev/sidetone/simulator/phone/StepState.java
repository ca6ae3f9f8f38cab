package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.scenario.Checked;
import java.util.List;

/**
 * One step of a scenario as far as it has come. Immutable.
 *
 * @param number counted from 1
 * @param text the step in the words of its file
 * @param checked what was expected of it and what was seen instead; known when the call is over
 */
public record StepState(int number, String text, Stage stage, List<Checked> checked) {
    /** How far a step has come. */
    public enum Stage {
        WAITS,
        RUNS,
        DONE,
        /** What it waited for did not come. */
        IN_VAIN,
        /** The call was over before. */
        NOT_REACHED
    }

    public StepState {
        checked = List.copyOf(checked);
    }

    StepState in(Stage next) {
        return new StepState(number, text, next, checked);
    }

    StepState with(List<Checked> all) {
        return new StepState(number, text, stage, all);
    }
}
