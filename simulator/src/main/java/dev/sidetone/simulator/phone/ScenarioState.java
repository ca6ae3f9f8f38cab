package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.phone.StepState.Stage;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.Step;
import dev.sidetone.simulator.scenario.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a {@link ScenarioPlayer}. Immutable.
 *
 * @param file the file that is open, or null
 * @param scenario what was read from it; null while it is read, or if it cannot be
 * @param problem what is wrong with the file, with its line and what was meant, or with what it is played against; null if nothing is
 * @param playing whether its call is made
 * @param against what it was played against last, or null
 * @param whole what was expected of the whole call
 * @param verdict what came out last; null before the first call and while one is made
 */
public record ScenarioState(
        @Nullable Path file,
        @Nullable Scenario scenario,
        @Nullable String problem,
        boolean playing,
        @Nullable String against,
        List<StepState> steps,
        List<Checked> whole,
        @Nullable Verdict verdict) {
    static final ScenarioState NONE = new ScenarioState(null, null, null, false, null, List.of(), List.of(), null);

    public ScenarioState {
        problem = problem == null ? null : ForeignText.line(problem);
        against = against == null ? null : ForeignText.line(against);
        steps = List.copyOf(steps);
        whole = List.copyOf(whole);
    }

    static ScenarioState opening(Path file) {
        return new ScenarioState(file, null, null, false, null, List.of(), List.of(), null);
    }

    /** The file was read. */
    ScenarioState with(Scenario read) {
        return new ScenarioState(file, read, null, playing, against, waiting(read), List.of(), null);
    }

    /** The file cannot be read as it is: what was shown of it is gone, but for a call that is still made. */
    ScenarioState wrong(String why) {
        return new ScenarioState(file, null, why, playing, against, List.of(), List.of(), null);
    }

    /** No scenario could be made of a call; what is open stays. */
    ScenarioState notMade(String why) {
        return new ScenarioState(file, scenario, why, playing, against, steps, whole, verdict);
    }

    /** It cannot be played. */
    ScenarioState failed(String why) {
        return new ScenarioState(file, scenario, why, false, against, steps, whole, Verdict.NOT_RUN);
    }

    /** A call begins. */
    ScenarioState begun(Scenario played, String server) {
        return new ScenarioState(file, scenario, null, true, server, waiting(played), List.of(), null);
    }

    /** The step {@code number} begins; those before it are done. */
    ScenarioState began(int number) {
        return eachStep(step -> {
            boolean open = step.stage() == Stage.WAITS || step.stage() == Stage.RUNS;
            return step.number() == number
                    ? step.in(Stage.RUNS)
                    : step.number() < number && open ? step.in(Stage.DONE) : step;
        });
    }

    ScenarioState inVain(int number) {
        return eachStep(step -> step.number() == number ? step.in(Stage.IN_VAIN) : step);
    }

    /** The call is over and judged. */
    ScenarioState played(PlayedCall call) {
        return eachStep(step -> {
            List<Checked> own = call.checked().stream()
                    .filter(each -> Objects.equals(each.step(), step.number()))
                    .toList();
            return ended(step).with(own);
        });
    }

    private static StepState ended(StepState step) {
        return switch (step.stage()) {
            case RUNS -> step.in(Stage.DONE);
            case WAITS -> step.in(Stage.NOT_REACHED);
            case DONE, IN_VAIN, NOT_REACHED -> step;
        };
    }

    /** All is judged. */
    ScenarioState over(PlayedScenario played) {
        List<StepState> ended = steps.stream().map(ScenarioState::ended).toList();
        return new ScenarioState(file, scenario, problem, false, against, ended, played.whole(), played.verdict());
    }

    private ScenarioState eachStep(UnaryOperator<StepState> change) {
        List<StepState> changed = steps.stream().map(change).toList();
        return new ScenarioState(file, scenario, problem, playing, against, changed, whole, verdict);
    }

    private static List<StepState> waiting(Scenario scenario) {
        List<StepState> all = new ArrayList<>();
        for (Step step : scenario.steps()) {
            all.add(new StepState(all.size() + 1, ForeignText.line(step.text()), Stage.WAITS, List.of()));
        }
        return all;
    }
}
