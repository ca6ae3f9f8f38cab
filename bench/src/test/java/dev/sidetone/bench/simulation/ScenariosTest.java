package dev.sidetone.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scenarios that once broke a rule, as the simulation shrank them. */
class ScenariosTest {
    @Test
    void theRestApisRecordKeepsNothingOfACallThatIsOver() {
        holds(
                """
                seed 1
                call 0
                  agent openai 320 5.0 600
                  caller hang-up
                """);
    }

    @Test
    void aCallerWhoWasAnsweredAndThenWaitsForNothingIsFound() {
        holds(
                """
                seed 270
                call 0
                  agent omni-v2 360 5.0 200 tone:5400
                  caller say:160 hear:1120 say:2000
                fault 3520 line-unread 1 40
                """);
    }

    @Test
    void aLineThatMutesTheCallerMayEndHisTurnBeforeHim() {
        holds(
                """
                seed 1279
                call 0 mute=2s
                  agent openai 420 2.0 1380 tone:4800
                  caller into:1280 say:1500 hang-up
                """);
    }

    @Test
    void anAgentThatHearsLateMaySpeakOfAnEarlierPause() {
        holds(
                """
                seed 954
                call 0
                  agent openai 320 2.0 1640 tone:2560
                  caller hear:360 quiet:640 hear:1120 pause:320 say:1800 hear:500 say:600 hear:9000 say:400
                fault 5640 agent-held 1 10060
                fault 9240 agent-unread 1 40
                """);
    }

    @Test
    void whatACallerBeganToSayBeforeTheStreamIsNoTurnToBeAnswered() {
        holds(
                """
                seed 913
                call 0 drop@17800ms
                  agent inworld 480 2.0 1080
                  caller say:140
                fault 100 agent-unread 1 40
                """);
    }

    @Test
    void aTurnThatADropCutsOffDoesNotExcuseTheOneThatWasNotAnsweredBefore() {
        holds(
                """
                seed 913
                call 0 drop@17800ms
                  agent openai 480 2.0 1080
                  caller into:40 quiet:380 say:40 hear:9000 into:40 say:40
                """);
    }

    private static void holds(String scenario) {
        assertThat(Simulation.play(SimulatedScenario.parse(scenario)).violation())
                .isNull();
    }
}
