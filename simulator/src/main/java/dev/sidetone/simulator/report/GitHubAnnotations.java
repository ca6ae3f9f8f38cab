package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Formats what failed in a run as the lines of output that GitHub shows beside the scenario's file. Stateless, for any thread. */
public final class GitHubAnnotations {
    /** GitHub shows so many errors of a step, and as many warnings, and drops the rest. */
    private static final int MOST = 10;

    private GitHubAnnotations() {}

    /** Whether the process with this {@code environment} is a step of GitHub's. */
    public static boolean areWanted(Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /**
     * The lines, each ending with a line break; none where nothing failed.
     *
     * @param folder the process's working folder, from which the scenarios were named
     */
    public static String of(List<PlayedScenario> run, Map<String, String> environment, Path folder) {
        List<CheckGroup> failed =
                CheckGroup.notHeld(run).stream().filter(CheckGroup::failed).toList();
        StringBuilder lines = new StringBuilder();
        int shown = failed.size() > MOST ? MOST - 1 : failed.size();
        for (CheckGroup group : failed.subList(0, shown)) {
            PlayedCheck check = group.first();
            lines.append("::error file=").append(property(file(check.played(), environment, folder)));
            if (check.line() != null) {
                lines.append(",line=").append(check.line());
            }
            String title = PlayedCheck.title(check.played()) + ", " + group.place();
            String message = "want: " + check.checked().want() + "\ngot: " + check.got();
            lines.append(",title=")
                    .append(property(title))
                    .append("::")
                    .append(data(message))
                    .append('\n');
        }
        if (shown < failed.size()) {
            lines.append("::error title=Sidetone::")
                    .append(failed.size() - shown)
                    .append(" more expectations failed: the step's summary has them\n");
        }
        return lines.append(unjudged(run, environment, folder)).toString();
    }

    /** A scenario that says nothing about its server. */
    private static String unjudged(List<PlayedScenario> run, Map<String, String> environment, Path folder) {
        StringBuilder lines = new StringBuilder();
        List<PlayedScenario> silent = new ArrayList<>(run);
        silent.removeIf(played -> played.verdict() == Verdict.PASSED || played.verdict() == Verdict.FAILED);
        for (PlayedScenario played : silent.subList(0, Math.min(MOST, silent.size()))) {
            String got = PlayedCheck.of(played).stream()
                    .filter(PlayedCheck::isUnjudged)
                    .map(PlayedCheck::got)
                    .findFirst()
                    .orElse("");
            lines.append("::warning file=")
                    .append(property(file(played, environment, folder)))
                    .append(",title=")
                    .append(property(PlayedCheck.title(played)))
                    .append("::")
                    .append(data(played.verdict().word() + ": " + got))
                    .append('\n');
        }
        return lines.toString();
    }

    /** GitHub counts a file from the folder of the repository, with slashes. */
    private static String file(PlayedScenario played, Map<String, String> environment, Path folder) {
        Path file = played.scenario().file();
        String workspace = environment.getOrDefault("GITHUB_WORKSPACE", "");
        try {
            Path absolute = folder.resolve(file).toAbsolutePath().normalize();
            Path root = Path.of(workspace).toAbsolutePath().normalize();
            file = !workspace.isEmpty() && absolute.startsWith(root) ? root.relativize(absolute) : file;
        } catch (InvalidPathException e) {
            // GitHub's own variable is none of ours to complain about: the file stays as it was named.
        }
        return ForeignText.line(file.toString()).replace('\\', '/');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
