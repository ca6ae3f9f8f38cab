package dev.sidetone.bench.simulation;

import dev.sidetone.bench.simulation.SimulatedScenario.CallerStep;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedAgent;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes a scenario that breaks a rule smaller for as long as it breaks the same rule: without a call, a fault, a step or an answer, with
 * shorter times, or on the plainest wire.
 */
final class Shrink {
    private static final String PLAINEST = "openai";
    private static final int SHORTEST_MS = 40;

    private final Predicate<SimulatedScenario> breaks;
    private SimulatedScenario smallest;
    private int mostTries;

    private Shrink(SimulatedScenario scenario, Predicate<SimulatedScenario> breaks, int mostTries) {
        this.smallest = scenario;
        this.breaks = breaks;
        this.mostTries = mostTries;
    }

    /** The smallest scenario that was found in at most {@code mostTries} runs and for which {@code breaks} holds, as for {@code scenario}. */
    static SimulatedScenario of(SimulatedScenario scenario, Predicate<SimulatedScenario> breaks, int mostTries) {
        Shrink shrink = new Shrink(scenario, breaks, mostTries);
        while (shrink.pass()) {
            // Once more, until nothing can be left out.
        }
        return shrink.smallest;
    }

    /** Tries everything once and returns whether the scenario became smaller. */
    private boolean pass() {
        SimulatedScenario before = smallest;
        without(
                SimulatedScenario::calls,
                (scenario, calls) -> new SimulatedScenario(scenario.seed(), calls, scenario.faults()));
        without(
                SimulatedScenario::faults,
                (scenario, faults) -> new SimulatedScenario(scenario.seed(), scenario.calls(), faults));
        for (int i = 0; i < smallest.calls().size(); i++) {
            call(i);
        }
        for (int i = 0; i < smallest.faults().size(); i++) {
            fault(i);
        }
        return !smallest.equals(before);
    }

    /** Puts a changed list into a scenario. */
    private interface Change<T> {
        SimulatedScenario with(SimulatedScenario scenario, List<T> list);
    }

    private <T> void without(Function<SimulatedScenario, List<T>> part, Change<T> change) {
        for (int i = part.apply(smallest).size() - 1; i >= 0; i--) {
            List<T> fewer = new ArrayList<>(part.apply(smallest));
            fewer.remove(i);
            attempt(change.with(smallest, fewer));
        }
    }

    private void call(int index) {
        Function<SimulatedScenario, PlannedCall> call =
                scenario -> scenario.calls().get(index);
        without(scenario -> call.apply(scenario).lineFaults(), (scenario, faults) -> {
            PlannedCall old = call.apply(scenario);
            return with(scenario, index, old.withLineFaults(faults));
        });
        without(scenario -> call.apply(scenario).steps(), (scenario, steps) -> with(scenario, index, steps));
        without(scenario -> call.apply(scenario).agent().turns(), (scenario, turns) -> {
            PlannedAgent old = call.apply(scenario).agent();
            return withAgent(scenario, index, agent(old, old.wire(), old.thinkMs(), turns, old.faults()));
        });
        without(scenario -> call.apply(scenario).agent().faults(), (scenario, faults) -> {
            PlannedAgent old = call.apply(scenario).agent();
            return withAgent(scenario, index, agent(old, old.wire(), old.thinkMs(), old.turns(), faults));
        });
        PlannedAgent plain = call.apply(smallest).agent();
        attempt(withAgent(smallest, index, agent(plain, PLAINEST, plain.thinkMs(), plain.turns(), plain.faults())));
        PlannedCall late = call.apply(smallest);
        attempt(with(smallest, index, late.at(0)));
        attempt(with(smallest, index, smallest.calls().get(index).taken(null)));
        attempt(with(smallest, index, smallest.calls().get(index).behind(null)));
        shorterSteps(index);
    }

    private void shorterSteps(int index) {
        for (int step = 0; step < smallest.calls().get(index).steps().size(); step++) {
            List<CallerStep> steps = new ArrayList<>(smallest.calls().get(index).steps());
            CallerStep old = steps.get(step);
            if (old.kind() != CallerStep.Kind.PRESS && old.ms() > SHORTEST_MS) {
                steps.set(step, new CallerStep(old.kind(), half(old.ms())));
                attempt(with(smallest, index, steps));
            }
        }
    }

    private void fault(int index) {
        TimedFault old = smallest.faults().get(index);
        if (old.ms() > SHORTEST_MS) {
            List<TimedFault> faults = new ArrayList<>(smallest.faults());
            faults.set(index, new TimedFault(old.atMs(), old.kind(), old.call(), half(old.ms())));
            attempt(new SimulatedScenario(smallest.seed(), smallest.calls(), faults));
        }
    }

    private static int half(int ms) {
        return Math.max(SHORTEST_MS, ms / 2 / 20 * 20);
    }

    private static PlannedAgent agent(
            PlannedAgent old,
            String wire,
            int thinkMs,
            List<SimulatedScenario.PlannedTurn> turns,
            List<String> faults) {
        return new PlannedAgent(wire, thinkMs, old.burst(), old.greetingMs(), turns, faults);
    }

    private static SimulatedScenario withAgent(SimulatedScenario scenario, int index, PlannedAgent agent) {
        PlannedCall old = scenario.calls().get(index);
        return with(scenario, index, old.with(agent));
    }

    private static SimulatedScenario with(SimulatedScenario scenario, int index, List<CallerStep> steps) {
        PlannedCall old = scenario.calls().get(index);
        return with(scenario, index, old.withSteps(steps));
    }

    private static SimulatedScenario with(SimulatedScenario scenario, int index, PlannedCall call) {
        List<PlannedCall> calls = new ArrayList<>(scenario.calls());
        calls.set(index, call);
        return new SimulatedScenario(scenario.seed(), calls, scenario.faults());
    }

    private void attempt(SimulatedScenario smaller) {
        if (mostTries > 0 && !smaller.equals(smallest) && !smaller.calls().isEmpty()) {
            mostTries--;
            if (breaks.test(smaller)) {
                smallest = smaller;
            }
        }
    }
}
