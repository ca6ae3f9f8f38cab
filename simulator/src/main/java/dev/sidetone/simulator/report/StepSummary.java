package dev.sidetone.simulator.report;

import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats a run as the Markdown page that GitHub shows for a step. Stateless, for any thread. */
public final class StepSummary {
    /** GitHub takes 1 MiB of a step and refuses the whole page when it is longer. */
    private static final long MOST_BYTES = 1 << 20;

    private static final String REST = "\n_The rest has no room here: `--json` and `--junit` have all of it._\n";

    private StepSummary() {}

    /**
     * Appends the page to the file that {@code GITHUB_STEP_SUMMARY} names in {@code environment}, if it names one.
     *
     * @throws IOException if it cannot be written, in words
     */
    public static void append(List<PlayedScenario> run, Map<String, String> environment) throws IOException {
        String name = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (name.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(name);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is no file");
            }
            long before = Files.exists(file) ? Files.size(file) : 0;
            Files.writeString(file, of(run, MOST_BYTES - before), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            throw new IOException(
                    "the summary cannot be written to GITHUB_STEP_SUMMARY, " + name + ": " + e.getMessage(), e);
        }
    }

    /** The page, of at most {@code mostBytes}; empty where not even its end has room. */
    static String of(List<PlayedScenario> run, long mostBytes) {
        if (mostBytes < REST.length()) {
            return "";
        }
        Markdown page = new Markdown(mostBytes, REST);
        page.add(title(run));
        page.add(
                """

                | scenario | against | verdict | TTFA p50 | p95 | n | judged | time to silence p50 | findings |
                |---|---|---|---:|---:|---:|---:|---:|---|
                """);
        run.forEach(played -> page.add(row(played)));
        page.add("\nTTFA: end of the caller's speech → agent audible, at the caller's ear. p95 from "
                + LatencyDigest.ENOUGH
                + " answered turns on. judged: turns that this machine had the time to measure.\n");
        failures(page, run);
        findings(page, run);
        outermost(page, run);
        return page.toString();
    }

    private static String title(List<PlayedScenario> run) {
        long passed = count(run, Verdict.PASSED);
        String others = "";
        for (Verdict verdict : List.of(Verdict.FAILED, Verdict.NOT_JUDGED, Verdict.NOT_RUN)) {
            long count = count(run, verdict);
            others += count == 0 ? "" : ", " + count + " " + verdict.word();
        }
        return "## Sidetone: " + passed + " of " + run.size() + " passed" + others + "\n";
    }

    private static long count(List<PlayedScenario> run, Verdict verdict) {
        return run.stream().filter(played -> played.verdict() == verdict).count();
    }

    private static String row(PlayedScenario played) {
        RunFigures figures = new RunFigures(JudgedCalls.of(played).calls());
        return "| "
                + String.join(
                        " | ",
                        Markdown.escaped(played.scenario().name()),
                        Markdown.escaped(played.against()),
                        verdict(played.verdict()),
                        Figures.wholeMs(figures.ttfa().p50Ms()),
                        Figures.wholeMs(figures.ttfa().p95Ms()),
                        String.valueOf(figures.ttfa().count()),
                        figures.judged() + " of " + figures.turns(),
                        Figures.wholeMs(figures.silence().p50Ms()),
                        Markdown.escaped(
                                FindingGroup.counted(JudgedCalls.of(played).findings())))
                + " |\n";
    }

    private static String verdict(Verdict verdict) {
        return verdict == Verdict.PASSED ? verdict.word() : "**" + verdict.word() + "**";
    }

    private static void failures(Markdown page, List<PlayedScenario> run) {
        List<CheckGroup> all = CheckGroup.notHeld(run);
        expectations(
                page,
                "Failed expectations",
                all.stream().filter(CheckGroup::failed).toList());
        expectations(
                page,
                "Not judged",
                all.stream().filter(group -> !group.failed()).toList());
    }

    private static void expectations(Markdown page, String heading, List<CheckGroup> groups) {
        if (groups.isEmpty()) {
            return;
        }
        page.add("\n### " + heading + "\n\n");
        for (CheckGroup group : groups) {
            PlayedCheck check = group.first();
            String recording = check.recording();
            page.add("- " + title(check.played()) + ", " + group.place() + " (" + Markdown.escaped(check.where())
                    + ")\n  - want: " + Markdown.escaped(check.checked().want()) + "\n  - got: "
                    + Markdown.escaped(check.got()) + "\n"
                    + (recording == null ? "" : "  - recording: " + Markdown.escaped(recording) + "\n"));
        }
    }

    /** In bold type, behind which nothing of it can begin a heading or a list. */
    private static String title(PlayedScenario played) {
        return "**" + Markdown.escaped(PlayedCheck.title(played)) + "**";
    }

    private static void findings(Markdown page, List<PlayedScenario> run) {
        if (run.stream().allMatch(played -> JudgedCalls.of(played).findings().isEmpty())) {
            return;
        }
        page.add("\n### Findings\n\n");
        for (PlayedScenario played : run) {
            for (FindingGroup group : FindingGroup.of(JudgedCalls.of(played).findings())) {
                ReportedFinding first = group.first();
                page.add("- **" + first.severity().word() + " " + Markdown.escaped(first.code()) + "** in "
                        + Markdown.escaped(PlayedCheck.title(played)) + Markdown.escaped(group.where()) + "\n  - "
                        + Markdown.escaped(first.what()) + "\n  - Cure: " + Markdown.escaped(first.cure()) + "\n");
            }
        }
    }

    private static void outermost(Markdown page, List<PlayedScenario> run) {
        page.add("\n### Fastest and slowest turn\n\n");
        for (PlayedScenario played : run) {
            RunFigures figures = new RunFigures(JudgedCalls.of(played).calls());
            String fastest = turn(figures.fastest());
            String slowest = turn(figures.slowest());
            page.add("- " + title(played) + ": "
                    + (fastest == null || slowest == null ? "no judged turn was answered" : fastest + ", " + slowest)
                    + "\n");
        }
    }

    private static @Nullable String turn(Optional<RunFigures.Answered> found) {
        return found.map(turn -> Figures.ms(turn.ttfaMs()) + " (call " + turn.call() + ", turn " + turn.turn() + ", "
                        + Figures.clock(turn.callerEndAtMs()) + ")")
                .orElse(null);
    }
}
