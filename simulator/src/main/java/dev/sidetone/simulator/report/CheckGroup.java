package dev.sidetone.simulator.report;

import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One expectation of a scenario in all its calls, as far as they came out alike; a reader needs the first of them and their number. Immutable.
 *
 * @param times in how many calls it came out so
 */
record CheckGroup(PlayedCheck first, int times) {
    private record Key(int scenario, Verdict outcome, String step, String want) {}

    /** What did not hold in a run: first what failed, then what could not be judged. */
    static List<CheckGroup> notHeld(List<PlayedScenario> run) {
        Map<Key, CheckGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < run.size(); i++) {
            for (PlayedCheck check : PlayedCheck.of(run.get(i))) {
                String step = String.valueOf(check.checked().step());
                groups.merge(
                        new Key(i, check.outcome(), step, check.checked().want()),
                        new CheckGroup(check, 1),
                        (before, one) -> new CheckGroup(before.first, before.times + 1));
            }
        }
        List<CheckGroup> all = new ArrayList<>();
        groups.values().stream().filter(CheckGroup::failed).forEach(all::add);
        groups.values().stream().filter(group -> group.first.isUnjudged()).forEach(all::add);
        return all;
    }

    boolean failed() {
        return first.failed();
    }

    /** The first call and the step, and how often it came out so. */
    String place() {
        int calls = first.played().calls().size();
        return times == 1 ? first.place() : first.place() + ", as in " + times + " of " + calls + " calls";
    }
}
