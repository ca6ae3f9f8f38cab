package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expectation of a played scenario, with its call and its place in the file. Immutable.
 *
 * @param call the number of the call, from 1; null for what was expected of all together
 * @param line the line of the scenario's file where it stands, if that is known
 */
record PlayedCheck(PlayedScenario played, @Nullable Integer call, Checked checked, @Nullable Integer line) {
    /**
     * All of a scenario: those of each call in turn, then those about all together. A scenario that failed, or did not run, says so in one of
     * them, whatever the file expects; of a call that never came about that is all there is to say.
     */
    static List<PlayedCheck> of(PlayedScenario played) {
        boolean ran = played.verdict() != Verdict.NOT_RUN;
        ScenarioLines lines = ScenarioLines.of(played.scenario().file());
        List<PlayedCheck> all = new ArrayList<>();
        int missing = 0;
        for (int i = 0; i < played.calls().size(); i++) {
            PlayedCall call = played.calls().get(i);
            if (!ran && call.result().call().streamSid() == null) {
                all.add(new PlayedCheck(played, i + 1, notRun(reason(call)), null));
                missing++;
                continue;
            }
            for (Checked checked : call.checked()) {
                all.add(new PlayedCheck(played, i + 1, checked, lines.of(checked.step())));
            }
        }
        if (missing < played.calls().size()) {
            played.whole().forEach(checked -> all.add(new PlayedCheck(played, null, checked, line(lines, checked))));
        }
        if (!ran && missing == 0) {
            all.add(new PlayedCheck(played, null, notRun("the run was cancelled before"), null));
        } else if (played.verdict() == Verdict.FAILED && all.stream().noneMatch(PlayedCheck::failed)) {
            all.addAll(unexpected(played));
        }
        return all;
    }

    private static Checked notRun(String why) {
        return new Checked(null, "the call comes about", why, null, null);
    }

    private static String reason(PlayedCall call) {
        return worst(call).map(PlayedCheck::words).orElse("it has no stream, and no finding says why");
    }

    /** A baseline's expectations stand in no file. */
    private static @Nullable Integer line(ScenarioLines lines, Checked checked) {
        return checked.want().startsWith(Baseline.WANT) ? null : lines.of(checked.step());
    }

    private static String words(ReportedFinding found) {
        return found.severity().word() + " " + found.code() + ": " + withoutStop(found.what());
    }

    /** The findings for which a scenario failed of which nothing was expected: the worst of each call. */
    private static List<PlayedCheck> unexpected(PlayedScenario played) {
        List<PlayedCheck> found = new ArrayList<>();
        for (int i = 0; i < played.calls().size(); i++) {
            Optional<ReportedFinding> worst = worst(played.calls().get(i));
            if (worst.isPresent()) {
                ReportedFinding one = worst.get();
                found.add(new PlayedCheck(
                        played,
                        i + 1,
                        new Checked(null, "no finding that counts", words(one), one.atMs(), false),
                        null));
            }
        }
        if (found.isEmpty()) {
            found.add(new PlayedCheck(
                    played, null, new Checked(null, "the scenario passes", "it failed", null, false), null));
        }
        return found;
    }

    private static Optional<ReportedFinding> worst(PlayedCall call) {
        return call.result().findings().stream().min(Comparator.comparing(ReportedFinding::severity));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    boolean failed() {
        return Boolean.FALSE.equals(checked.held());
    }

    boolean isUnjudged() {
        return checked.held() == null;
    }

    /** What came out of it, in the words for scenarios. */
    Verdict outcome() {
        if (isUnjudged()) {
            return played.verdict() == Verdict.NOT_RUN ? Verdict.NOT_RUN : Verdict.NOT_JUDGED;
        }
        return failed() ? Verdict.FAILED : Verdict.PASSED;
    }

    /** The scenario and whom it was played with. */
    static String title(PlayedScenario played) {
        return ForeignText.line(played.scenario().name() + " · " + played.against());
    }

    /** The call and the step, as in {@code call 2, step 4}. */
    String place() {
        int calls = played.calls().size();
        if (calls == 0) {
            return "no call";
        }
        String which = call != null ? "call " + call : calls == 1 ? "whole call" : "all " + calls + " calls";
        return checked.step() == null ? which : which + ", step " + checked.step();
    }

    /** What was seen, with its moment in the call. */
    String got() {
        Double atMs = checked.atMs();
        return atMs == null ? checked.got() : withoutStop(checked.got()) + ", at " + moment(atMs);
    }

    /** File and line, or the file alone. */
    String where() {
        String file = ForeignText.line(played.scenario().file().toString());
        return line == null ? file : file + ":" + line;
    }

    /** The folder of its call's recording, or null where none is kept. */
    @Nullable
    String recording() {
        return call == null ? null : recording(played.calls().get(call - 1));
    }

    /** The folder of a call's recording, or null where none is kept. */
    static @Nullable String recording(PlayedCall call) {
        return call.result().recording() == null
                ? null
                : call.result().recording().folder();
    }

    private static String moment(double ms) {
        return String.format(Locale.ROOT, "%.2f s", ms / 1000);
    }
}
