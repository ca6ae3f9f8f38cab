package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.report.Baseline;
import dev.sidetone.simulator.report.JUnitXml;
import dev.sidetone.simulator.scenario.PlayedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about what a run is compared with, and where else it is reported. */
public final class RunReports {
    private static final Pattern BOUNDS = Pattern.compile("(\\d{1,4}(?:\\.\\d+)?)%,(\\d{1,6}(?:\\.\\d+)?)ms");

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the verdicts there as JUnit XML.")
    private @Nullable String junit;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Fail what is slower than in an earlier run, by the JSON that --json wrote then.")
    private @Nullable Path baseline;

    @Option(
            names = "--baseline-bounds",
            paramLabel = "PERCENT,TIME",
            description = "How much slower it may be; slower is what is beyond both (default ${DEFAULT-VALUE}).",
            defaultValue = "20%,50ms")
    private String bounds = "";

    private @Nullable Baseline before;

    /** Reads the baseline, and reports before the run, not after it, what cannot be read or written. */
    public void check() throws WrongSetting {
        if (junit != null) {
            Path unused = OutputFile.of("--junit", junit);
        }
        Matcher shape = BOUNDS.matcher(bounds);
        if (!shape.matches()) {
            throw new WrongSetting("--baseline-bounds " + bounds
                    + " is not understood: write a percentage and a time, as in 20%,50ms");
        }
        Baseline.Bounds most =
                new Baseline.Bounds(Double.parseDouble(shape.group(1)), Double.parseDouble(shape.group(2)));
        before = baseline == null ? null : Baseline.read(baseline, most);
    }

    /** What was played, with the rows of the comparison. After {@link #check}. */
    public List<PlayedScenario> compared(List<PlayedScenario> run) {
        Baseline earlier = before;
        return earlier == null
                ? run
                : run.stream()
                        .map(played -> played.with(earlier.compare(played)))
                        .toList();
    }

    /**
     * Writes the files that were asked for.
     *
     * @param page the run's HTML page, or null
     */
    public void write(List<PlayedScenario> run, @Nullable String page) throws CannotRun {
        if (junit == null) {
            return;
        }
        try {
            Files.writeString(Path.of(junit), JUnitXml.of(run, page));
        } catch (IOException e) {
            throw new CannotRun("the verdicts cannot be written to " + junit + ": " + e.getMessage(), e);
        }
    }
}
