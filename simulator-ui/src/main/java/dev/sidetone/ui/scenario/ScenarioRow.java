package dev.sidetone.ui.scenario;

import dev.sidetone.simulator.phone.ScenarioState;
import dev.sidetone.simulator.phone.StepState;
import dev.sidetone.simulator.scenario.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list: a step, or what is expected of the whole call.
 *
 * @param number the step's number, or an empty text
 * @param text what it is
 * @param mark its state
 * @param checked what was expected, and what was seen instead or as well
 */
public record ScenarioRow(String number, String text, Mark mark, List<Checked> checked) {
    /** The state of a row, of which colour and sign are one. */
    public enum Mark {
        WAITS("waits"),
        RUNS("runs"),
        DONE("done"),
        HELD("held"),
        FAILED("not held"),
        UNJUDGED("not judged"),
        IN_VAIN("waited in vain"),
        NOT_REACHED("not reached");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        /** The state in words. */
        String words() {
            return words;
        }
    }

    public ScenarioRow {
        checked = List.copyOf(checked);
    }

    static List<ScenarioRow> of(ScenarioState state) {
        List<ScenarioRow> rows = new ArrayList<>();
        for (StepState step : state.steps()) {
            rows.add(new ScenarioRow(String.valueOf(step.number()), step.text(), mark(step), step.checked()));
        }
        if (!state.whole().isEmpty()) {
            rows.add(new ScenarioRow("", "The whole call", judged(state.whole(), Mark.DONE), state.whole()));
        }
        return rows;
    }

    private static Mark mark(StepState step) {
        return switch (step.stage()) {
            case WAITS -> Mark.WAITS;
            case RUNS -> Mark.RUNS;
            case NOT_REACHED -> Mark.NOT_REACHED;
            case IN_VAIN -> judged(step.checked(), Mark.IN_VAIN);
            case DONE -> judged(step.checked(), Mark.DONE);
        };
    }

    private static Mark judged(List<Checked> all, Mark otherwise) {
        if (all.stream().anyMatch(each -> Boolean.FALSE.equals(each.held()))) {
            return Mark.FAILED;
        }
        if (all.stream().anyMatch(each -> each.held() == null)) {
            return Mark.UNJUDGED;
        }
        return all.isEmpty() ? otherwise : Mark.HELD;
    }

    /** What one expectation came to. */
    static Mark mark(Checked checked) {
        return checked.held() == null ? Mark.UNJUDGED : checked.held() ? Mark.HELD : Mark.FAILED;
    }

    /** The first moment in the call that shows it, ms; null without one. */
    @Nullable
    Double atMs() {
        return checked.stream()
                .map(Checked::atMs)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All of it in words, for who does not see it. */
    String spoken() {
        StringBuilder words = new StringBuilder(number.isEmpty() ? "" : "Step " + number + ": ");
        words.append(text).append(", ").append(mark.words());
        for (Checked each : checked) {
            words.append(". ")
                    .append(mark(each).words())
                    .append(": ")
                    .append(each.want())
                    .append(", ")
                    .append(each.got());
        }
        return words.toString();
    }
}
