package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Formats a run for the terminal: a table in which the agents or servers of a scenario stand below each other, then every expectation that did
 * not hold, with what was seen instead. What failed alike in several calls is shown once.
 */
public final class RunTable {
    private static final int LONGEST_SCENARIO = 26;
    private static final int LONGEST_AGAINST = 20;
    private static final int FIGURE = 8;
    private static final int COUNT = 5;
    private static final int FINDINGS = 9;
    private static final int VERDICT = 12;

    /** A run that fails everywhere says so in its first screens; the JSON has all. */
    private static final int MOST_SHOWN = 40;

    private final TerminalColours paint;

    public RunTable(boolean colour) {
        this.paint = new TerminalColours(colour);
    }

    /**
     * The table and what failed, ending with a line break.
     *
     * @param page the run's HTML page, to which links lead, or null where none is written
     */
    public String text(List<PlayedScenario> all, @Nullable String page) {
        PageLinks links = new PageLinks(all, page);
        List<PlayedScenario> run = byScenario(all);
        StringBuilder text = new StringBuilder("\n");
        List<String> scenarios =
                run.stream().map(played -> begun(played.scenario().name())).toList();
        List<String> against =
                run.stream().map(played -> ended(played.against())).toList();
        int[] widths = {width("scenario", scenarios), width("against", against)};
        text.append(paint.dim(Figures.left("scenario", widths[0])
                        + Figures.left("against", widths[1])
                        + Figures.left("verdict", VERDICT)
                        + Figures.right("TTFA p50", FIGURE)
                        + Figures.right("p95", FIGURE)
                        + Figures.right("n", COUNT)
                        + Figures.right("silence", FIGURE)
                        + Figures.right("findings", FINDINGS)))
                .append('\n');
        for (int i = 0; i < run.size(); i++) {
            boolean again = i > 0 && run.get(i).scenario().equals(run.get(i - 1).scenario());
            text.append(Figures.left(again ? "" : scenarios.get(i), widths[0]))
                    .append(Figures.left(against.get(i), widths[1]));
            row(text, run.get(i));
        }
        if (run.size() > 1) {
            together(text, run, widths[0] + widths[1] + VERDICT);
        }
        text.append(paint.dim("n: turns answered and judged · p95 from " + LatencyDigest.ENOUGH
                        + " of them on · silence: from a barge-in's onset, median"))
                .append('\n');
        List<CallResult> calls = run.stream()
                .flatMap(played -> JudgedCalls.of(played).calls().stream())
                .toList();
        RunFigures figures = new RunFigures(calls);
        text.append("judged ").append(JudgedLine.of(figures)).append('\n');
        text.append(new TurnTakingReport(paint).line(figures.turnTaking()));
        return findings(expectations(text, run, links), run).toString();
    }

    /** What one scenario gave with each agent, together, whatever the order in which they were played. */
    private static List<PlayedScenario> byScenario(List<PlayedScenario> all) {
        Map<Scenario, List<PlayedScenario>> groups = new LinkedHashMap<>();
        all.forEach(played -> groups.computeIfAbsent(played.scenario(), first -> new ArrayList<>())
                .add(played));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static int width(String heading, List<String> texts) {
        return 2
                + Math.max(
                        heading.length(),
                        texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String begun(String name) {
        String line = ForeignText.line(name);
        return line.length() <= LONGEST_SCENARIO ? line : line.substring(0, LONGEST_SCENARIO - 1) + "…";
    }

    /** The end of a long address: that is where those of one machine differ. */
    private static String ended(String against) {
        String line = ForeignText.line(against).replaceFirst("^https?://", "");
        return line.length() <= LONGEST_AGAINST ? line : "…" + line.substring(line.length() - LONGEST_AGAINST + 1);
    }

    private void row(StringBuilder text, PlayedScenario played) {
        List<CallResult> calls = JudgedCalls.of(played).calls();
        RunFigures figures = new RunFigures(calls);
        int findings = JudgedCalls.of(played).findings().size();
        text.append(paint.in(
                        band(played.verdict()), Figures.left(played.verdict().word(), VERDICT)))
                .append(ttfa(figures.ttfa().p50Ms()))
                .append(ttfa(figures.ttfa().p95Ms()))
                .append(Figures.right(String.valueOf(figures.ttfa().count()), COUNT))
                .append(silence(figures.silence().p50Ms()))
                .append(Figures.right(findings == 0 ? "none" : String.valueOf(findings), FINDINGS))
                .append('\n');
    }

    private void together(StringBuilder text, List<PlayedScenario> run, int width) {
        RunFigures figures = new RunFigures(run.stream()
                .flatMap(played -> JudgedCalls.of(played).calls().stream())
                .toList());
        text.append(paint.bold(Figures.left("all", width)
                        + Figures.right(Figures.wholeMs(figures.ttfa().p50Ms()), FIGURE)
                        + Figures.right(Figures.wholeMs(figures.ttfa().p95Ms()), FIGURE)
                        + Figures.right(String.valueOf(figures.ttfa().count()), COUNT)
                        + Figures.right(Figures.wholeMs(figures.silence().p50Ms()), FIGURE)))
                .append('\n');
    }

    private String ttfa(@Nullable Double ms) {
        String figure = Figures.right(Figures.wholeMs(ms), FIGURE);
        return ms == null ? figure : paint.in(QualityBand.ofTtfaMs(ms), figure);
    }

    private String silence(@Nullable Double ms) {
        String figure = Figures.right(Figures.wholeMs(ms), FIGURE);
        return ms == null ? figure : paint.in(QualityBand.ofSilenceMs(ms), figure);
    }

    private static QualityBand band(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> QualityBand.GREEN;
            case FAILED -> QualityBand.RED;
            case NOT_JUDGED, NOT_RUN -> QualityBand.AMBER;
        };
    }

    private StringBuilder expectations(StringBuilder text, List<PlayedScenario> run, PageLinks links) {
        List<CheckGroup> groups = CheckGroup.notHeld(run);
        groups.stream().limit(MOST_SHOWN).forEach(group -> expectation(text, group, links.to(group.first())));
        if (groups.size() > MOST_SHOWN) {
            text.append('\n')
                    .append(groups.size() - MOST_SHOWN)
                    .append(" more did not hold: --json and --junit have them all\n");
        }
        return text;
    }

    private void expectation(StringBuilder text, CheckGroup group, @Nullable String link) {
        PlayedCheck first = group.first();
        text.append('\n')
                .append(paint.in(band(first.outcome()), first.outcome().word()))
                .append("  ")
                .append(PlayedCheck.title(first.played()))
                .append(" · ")
                .append(group.place())
                .append(paint.dim("  " + first.where()))
                .append("\n  want  ")
                .append(first.checked().want())
                .append("\n  got   ")
                .append(first.got())
                .append('\n');
        if (link != null) {
            text.append("  see   ").append(link).append('\n');
        }
    }

    /** Which ones there were: what they mean and their cure is the same in every run, and the report has it. */
    private StringBuilder findings(StringBuilder text, List<PlayedScenario> run) {
        List<PlayedScenario> found = run.stream()
                .filter(played -> !JudgedCalls.of(played).findings().isEmpty())
                .toList();
        if (!found.isEmpty()) {
            text.append('\n').append(paint.bold("Findings")).append('\n');
        }
        for (PlayedScenario played : found) {
            text.append("  ")
                    .append(PlayedCheck.title(played))
                    .append(": ")
                    .append(FindingGroup.counted(JudgedCalls.of(played).findings()))
                    .append('\n');
        }
        return text;
    }
}
