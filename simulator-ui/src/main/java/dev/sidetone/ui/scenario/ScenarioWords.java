package dev.sidetone.ui.scenario;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.phone.ScenarioState;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines above a scenario's steps. Stateless. */
final class ScenarioWords {
    private ScenarioWords() {}

    /** The scenario's name, or its file's. */
    static String name(ScenarioState state) {
        if (state.scenario() != null) {
            return state.scenario().name();
        }
        return state.file() == null ? "" : name(state.file());
    }

    /** A file's name. */
    static String name(Path file) {
        return ForeignText.line(String.valueOf(file.getFileName()));
    }

    /** What it is doing, or what came out. */
    static String outcome(ScenarioState state) {
        if (state.problem() != null) {
            return state.problem();
        }
        if (state.file() == null) {
            return "";
        }
        if (state.scenario() == null) {
            return "Reading it…";
        }
        String with = state.against() == null ? "" : " with " + state.against();
        if (state.playing()) {
            return "Playing" + with + "…";
        }
        return state.verdict() == null ? "Not played yet" : verdict(state.verdict()) + with + counted(state);
    }

    private static String verdict(Verdict verdict) {
        String word = verdict.word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String counted(ScenarioState state) {
        List<Checked> all = Stream.concat(
                        state.steps().stream().flatMap(step -> step.checked().stream()), state.whole().stream())
                .toList();
        long failed =
                all.stream().filter(each -> Boolean.FALSE.equals(each.held())).count();
        long open = all.stream().filter(each -> each.held() == null).count();
        String held = ": " + (all.size() - failed - open) + " of " + all.size() + " expectations held";
        return all.isEmpty() ? "" : held + (open == 0 ? "" : ", " + open + " not judged");
    }

    /** The verdict as a style: null while there is none. */
    static @Nullable Verdict mark(ScenarioState state) {
        return state.problem() != null ? Verdict.FAILED : state.playing() ? null : state.verdict();
    }
}
