package dev.sidetone.simulator.scenario;

import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario as it was played with one agent or server, as often as it was repeated.
 *
 * @param scenario the scenario
 * @param against the agent's name, or the webhook of the server under test
 * @param calls its calls, in the order in which they began
 * @param whole the expectations about all calls together
 * @param verdict what came out
 */
public record PlayedScenario(
        Scenario scenario, String against, List<PlayedCall> calls, List<Checked> whole, Verdict verdict) {
    public PlayedScenario {
        calls = List.copyOf(calls);
        whole = List.copyOf(whole);
    }

    /** The same with what else was compared over all of its calls; what does not hold there fails it. */
    public PlayedScenario with(List<Checked> compared) {
        boolean worse = compared.stream().anyMatch(each -> Boolean.FALSE.equals(each.held()));
        List<Checked> all = Stream.concat(whole.stream(), compared.stream()).toList();
        boolean judged = verdict == Verdict.PASSED || verdict == Verdict.NOT_JUDGED;
        return new PlayedScenario(scenario, against, calls, all, worse && judged ? Verdict.FAILED : verdict);
    }

    /** All expectations: those of each call in turn, then those about all together. */
    public Stream<Checked> checked() {
        return Stream.concat(calls.stream().flatMap(call -> call.checked().stream()), whole.stream());
    }
}
