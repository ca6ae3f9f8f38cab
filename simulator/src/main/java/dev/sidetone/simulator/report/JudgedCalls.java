package dev.sidetone.simulator.report;

import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that were judged together: those of a scenario with one agent or server, or one recording. Immutable.
 *
 * @param name the scenario's name, or the recording's file
 * @param against the agent's name, or the webhook of the server under test; null of a recording
 * @param checked the expectations, those of each call in turn
 */
public record JudgedCalls(
        String name, @Nullable String against, Verdict verdict, List<Checked> checked, List<CallResult> calls) {
    public JudgedCalls {
        checked = List.copyOf(checked);
        calls = List.copyOf(calls);
    }

    /** The calls of {@code played}. */
    public static JudgedCalls of(PlayedScenario played) {
        return new JudgedCalls(
                played.scenario().name(),
                played.against(),
                played.verdict(),
                played.checked().toList(),
                played.calls().stream().map(PlayedCall::result).toList());
    }

    /** The recording {@code file}, of which nothing was expected but that it has no finding that counts. */
    public static JudgedCalls of(String file, boolean passed, CallResult call) {
        return new JudgedCalls(file, null, verdict(passed), List.of(), List.of(call));
    }

    /** What came out of several recordings. */
    public static Verdict verdict(boolean passed) {
        return passed ? Verdict.PASSED : Verdict.FAILED;
    }

    /** The findings of all calls. */
    public List<ReportedFinding> findings() {
        return calls.stream().flatMap(call -> call.findings().stream()).toList();
    }

    /** Whether nothing was wrong. */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }
}
