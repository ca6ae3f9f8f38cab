package dev.sidetone.simulator.scenario;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Spool;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documented scenarios do what their pages say, against an agent in manual time. */
class DocumentedScenariosTest {
    @Test
    void oneWrongExpectationOfEveryKindFailsWithAMessageForEach() throws WrongSetting {
        Scenario scenario = read("wrong-expectations");
        assertThat(kinds(scenario))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Expectation.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        List<Checked> checked = played(scenario);
        assertThat(checked).hasSize(12).allSatisfy(each -> {
            assertThat(each.held()).as(each.want()).isFalse();
            assertThat(each.got()).isNotBlank();
        });
        assertThat(scenario.whole()).isEqualTo(new Scenario.Whole(10L, 20L, List.of()));
    }

    @Test
    void ofTheDemoOnlyTheWordsAreThePracticeAgentsOwn() throws WrongSetting {
        List<Checked> checked = played(read("demo"));
        assertThat(checked)
                .filteredOn(each -> !each.want().startsWith("agent-said"))
                .hasSize(9)
                .allSatisfy(each -> assertThat(each.held())
                        .as("%s: %s", each.want(), each.got())
                        .isTrue());
    }

    private static Set<String> kinds(Scenario scenario) {
        return scenario.steps().stream()
                .filter(Step.Expect.class::isInstance)
                .flatMap(step -> ((Step.Expect) step).expectations().stream())
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    private static Scenario read(String name) throws WrongSetting {
        return ScenarioFile.read(root().resolve("docs/scenarios/" + name + ".yaml"));
    }

    private static List<Checked> played(Scenario scenario) {
        SteppedCall steps = new SteppedCall();
        CallResult result = TalkLoop.play(ScenarioCaller.of(scenario), Spool.NONE, steps);
        return ScenarioJudge.judge(scenario, steps, result);
    }
}
