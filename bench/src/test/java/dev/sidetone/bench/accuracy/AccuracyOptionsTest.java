package dev.sidetone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sidetone.simulator.rig.FakeServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyOptionsTest {
    @Test
    void leftOutItIsFiftyTurnsOnEveryWireWithEveryAnswerTimeAndWithBargeIns() {
        AccuracyOptions options = AccuracyOptions.of();
        int wires = FakeServices.all().size();

        assertThat(options.plans()).hasSize(wires * 5).allMatch(plan -> plan.turns() == 50);
        assertThat(options.plans()).extracting(PlannedCall::answerMs).contains(210, 505, 700, 1490);
        assertThat(options.plans().stream().filter(PlannedCall::bargesIn)).hasSize(wires);
    }

    @Test
    void aQuickRunHasFewTurnsUnlessTheyAreCounted() {
        assertThat(AccuracyOptions.of("--quick").turns()).isEqualTo(4);
        assertThat(AccuracyOptions.of("--turns", "7", "--quick").turns()).isEqualTo(7);
        assertThat(AccuracyOptions.of("--wire", "omni-v2").plans()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--turns",
                "--turns 0",
                "--turns ten",
                "--turns 12345",
                "--wire omni-v3",
                "--write no/such/page.md",
                "--write ../docs/accuracy.md --ends",
                "50"
            })
    void whatItCannotDoIsRefusedInOneLine(String arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccuracyOptions.of(arguments.split(" ", -1)))
                .satisfies(
                        refused -> assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n"));
    }
}
