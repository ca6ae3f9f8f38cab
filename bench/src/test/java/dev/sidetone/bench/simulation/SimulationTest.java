package dev.sidetone.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whole calls in one thread and manual time, drawn from fixed seeds: a few seconds of what {@code bench/run simulation} does for long. */
class SimulationTest {
    private static final long FIRST_SEED = 1;
    private static final long LAST_SEED = 24;

    @Test
    void everyRuleHoldsInTheFirstScenarios() {
        for (long seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
            SimulatedScenario scenario = ScenarioDraw.of(seed);
            assertThat(Simulation.play(scenario).violation())
                    .as(scenario.toString())
                    .isNull();
        }
    }

    @Test
    void twoRunsOfOneSeedAreIdenticalToTheDigit() {
        for (long seed = FIRST_SEED; seed <= 4; seed++) {
            assertThat(Simulation.play(ScenarioDraw.of(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(Simulation.play(ScenarioDraw.of(seed)));
        }
    }

    @Test
    void anotherSeedIsAnotherRun() {
        assertThat(LongStream.rangeClosed(FIRST_SEED, 4)
                        .map(seed -> Simulation.play(ScenarioDraw.of(seed)).digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aScenarioIsReadAsItIsPrinted() {
        for (long seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
            SimulatedScenario scenario = ScenarioDraw.of(seed);
            assertThat(SimulatedScenario.parse(scenario.toString())).isEqualTo(scenario);
        }
    }

    @Test
    void aScenarioShrinksToWhatBreaksTheRule() {
        SimulatedScenario scenario = SimulatedScenario.parse(
                """
                seed 7
                call 0 jitter=40ms
                  agent omni 300 5.0 600 tone:4000 tool !late-delta
                  caller hear:6000 say:800 hear:9000 press:5 hang-up
                call 900
                  agent inworld 300 5.0 600 tone:4000
                  caller hear:6000 hang-up
                fault 4000 agent-lost 1 0
                fault 9000 standstill 0 3000
                """);
        SimulatedScenario smallest = Shrink.of(
                scenario,
                each -> each.faults().stream().anyMatch(fault -> fault.kind() == TimedFault.Kind.STANDSTILL)
                        && each.calls().stream()
                                .flatMap(call -> call.steps().stream())
                                .anyMatch(step -> step.kind() == SimulatedScenario.CallerStep.Kind.PRESS),
                400);
        assertThat(smallest)
                .hasToString(
                        """
                seed 7
                call 0
                  agent openai 300 5.0 600
                  caller press:5
                fault 9000 standstill 0 40
                """);
    }
}
