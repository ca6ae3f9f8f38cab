package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import dev.sidetone.simulator.timeline.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges all calls of a scenario together: percentiles over all of their turns, findings, and the verdict. Stateless. */
final class WholeJudge {
    private WholeJudge() {}

    /**
     * @param complete whether every call was made and reached the server
     * @param strict whether warnings count as errors do
     */
    static PlayedScenario judge(PlannedScenario planned, List<PlayedCall> calls, boolean complete, boolean strict) {
        Scenario scenario = planned.scenario();
        Scenario.Whole wanted = scenario.whole();
        List<Checked> whole = new ArrayList<>();
        List<CallResult> results = calls.stream().map(PlayedCall::result).toList();
        LatencyDigest ttfa = new RunFigures(results).ttfa();
        if (wanted.ttfaP50Ms() != null) {
            whole.add(percentile("ttfa p50", wanted.ttfaP50Ms(), ttfa.p50Ms(), ttfa.count()));
        }
        if (wanted.ttfaP95Ms() != null) {
            whole.add(percentile("ttfa p95", wanted.ttfaP95Ms(), ttfa.p95Ms(), ttfa.count()));
        }
        if (wanted.allowedFindings() != null) {
            whole.add(findings(wanted.allowedFindings(), results));
        }
        Set<String> expected = expectedCodes(scenario);
        boolean found = results.stream()
                .flatMap(result -> result.findings().stream())
                .anyMatch(each -> counts(each, strict) && !expected.contains(each.code()));
        List<Checked> steps =
                calls.stream().flatMap(call -> call.checked().stream()).toList();
        boolean failed = found || Stream.concat(steps.stream(), whole.stream()).anyMatch(each -> isHeld(each, false));
        Verdict verdict = !complete
                ? Verdict.NOT_RUN
                : failed ? Verdict.FAILED : isUnjudged(steps, ttfa, wanted) ? Verdict.NOT_JUDGED : Verdict.PASSED;
        return new PlayedScenario(scenario, planned.against(), calls, whole, verdict);
    }

    private static boolean isHeld(Checked checked, boolean held) {
        return checked.held() != null && checked.held() == held;
    }

    /** A percentile that needs more turns than were played is no fault of the machine: it leaves the verdict alone. */
    private static boolean isUnjudged(List<Checked> steps, LatencyDigest ttfa, Scenario.Whole wanted) {
        boolean bounded = wanted.ttfaP50Ms() != null || wanted.ttfaP95Ms() != null;
        return steps.stream().anyMatch(each -> each.held() == null) || (bounded && ttfa.count() == 0);
    }

    private static boolean counts(ReportedFinding found, boolean strict) {
        return found.severity() == Severity.ERROR || (strict && found.severity() == Severity.WARNING);
    }

    private static Checked percentile(String name, long mostMs, @Nullable Double ms, long turns) {
        String want = name + ": " + mostMs + "ms";
        if (ms == null) {
            String why = turns == 0
                    ? "no turn could be judged"
                    : "not judged with " + turns + (turns == 1 ? " judged turn" : " judged turns") + ": it takes "
                            + LatencyDigest.ENOUGH
                            + "; repeat the scenario";
            return new Checked(null, want, why, null, null);
        }
        String got = ScenarioJudge.ms(ms) + " over " + turns + (turns == 1 ? " turn" : " turns");
        return new Checked(null, want, got, null, ms <= mostMs);
    }

    private static Checked findings(List<String> allowed, List<CallResult> results) {
        List<ReportedFinding> others = results.stream()
                .flatMap(result -> result.findings().stream())
                .filter(each -> counts(each, true) && !allowed.contains(each.code()))
                .toList();
        String want = "findings: " + (allowed.isEmpty() ? "none" : String.join(", ", allowed));
        if (others.isEmpty()) {
            return new Checked(null, want, allowed.isEmpty() ? "none" : "no others", null, true);
        }
        ReportedFinding first = others.get(0);
        String more = others.size() == 1 ? "" : ", and " + (others.size() - 1) + " more";
        return new Checked(null, want, first.code() + ": " + first.what() + more, first.atMs(), false);
    }

    private static Set<String> expectedCodes(Scenario scenario) {
        Set<String> codes = new HashSet<>();
        List<String> allowed = scenario.whole().allowedFindings();
        if (allowed != null) {
            codes.addAll(allowed);
        }
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Expect expect) {
                for (Expectation each : expect.expectations()) {
                    if (each instanceof Expectation.Finding finding) {
                        codes.add(finding.code());
                    }
                }
            }
        }
        return codes;
    }
}
