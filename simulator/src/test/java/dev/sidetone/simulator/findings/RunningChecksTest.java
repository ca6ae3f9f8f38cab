package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunningChecksTest {
    private final List<Fact> facts = new ArrayList<>();

    @Test
    void whatACheckFindsBecomesAFactOfTheInstantThatShowsIt() {
        Check everyKey = new Check() {
            @Override
            public void fold(Fact fact, Consumer<Finding> found) {
                found.accept(finding("key"));
            }
        };
        new RunningChecks(List.of(everyKey), new CallFold("0.1.0"), facts::add).fold(new Fact.KeyPressed(17, '5'));
        assertThat(facts).containsExactly(finding("key").byCheckAt(17));
    }

    @Test
    void findingsAreNotCheckedAgain() {
        Check everything = new Check() {
            @Override
            public void fold(Fact fact, Consumer<Finding> found) {
                found.accept(finding("again"));
            }
        };
        new RunningChecks(List.of(everything), new CallFold("0.1.0"), facts::add)
                .fold(finding("first").byCheckAt(17));
        assertThat(facts).isEmpty();
    }

    @Test
    void aCheckThatBreaksIsAskedNoMoreAndTheOthersGoOn() {
        int[] asked = new int[2];
        Check broken = new Check() {
            @Override
            public void fold(Fact fact, Consumer<Finding> found) {
                asked[0]++;
                throw new IllegalStateException("broken on purpose");
            }
        };
        Check sound = new Check() {
            @Override
            public void fold(Fact fact, Consumer<Finding> found) {
                asked[1]++;
            }
        };
        RunningChecks checks = new RunningChecks(List.of(broken, sound), new CallFold("0.1.0"), facts::add);
        checks.fold(new Fact.KeyPressed(1, '1'));
        checks.fold(new Fact.KeyPressed(2, '2'));
        assertThat(asked).containsExactly(1, 2);
    }

    private static Finding finding(String what) {
        return StreamCode.BURST.found(what);
    }
}
