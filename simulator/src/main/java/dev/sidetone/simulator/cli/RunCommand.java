package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.HtmlOption;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.cli.option.RunReports;
import dev.sidetone.simulator.cli.option.ScenarioOptions;
import dev.sidetone.simulator.report.GitHubAnnotations;
import dev.sidetone.simulator.report.JudgedCalls;
import dev.sidetone.simulator.report.RunJson;
import dev.sidetone.simulator.report.RunTable;
import dev.sidetone.simulator.report.StepSummary;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.ScenarioFile;
import dev.sidetone.simulator.scenario.ScenarioFiles;
import dev.sidetone.simulator.scenario.ScenarioRun;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.scenario.WatchedFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sidetone run}: plays scenarios. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Plays scenarios and judges what they expect: what a caller does in a call, and what must follow.",
        footer = {
            "",
            "Examples:",
            "  sidetone run scenario.yaml                                the embedded bridge, offline",
            "  sidetone run scenarios/ --to http://localhost:3000/voice --junit results.xml --html report.html",
            "  sidetone run scenario.yaml --agent fake-openai --agent fake-assemblyai --repeat 20",
            "  sidetone run scenario.yaml --baseline last-week.json      no slower than then",
            "  sidetone run scenario.yaml --watch                        again at every change of the file"
        })
final class RunCommand implements Callable<Integer> {
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_JOBS = 200;

    @Parameters(paramLabel = "SCENARIO", arity = "1..*", description = "Scenarios in YAML, or folders of them.")
    private List<Path> files = List.of();

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Play every scenario N times; percentiles are over all turns together.",
            defaultValue = "1")
    private int repeat;

    @Option(names = "--jobs", paramLabel = "N", description = "Make N calls at a time (default 1).", defaultValue = "1")
    private int jobs;

    @Option(
            names = "--watch",
            description = "Play again when a scenario or the agent's settings change; Ctrl-C ends it.")
    private boolean watch;

    @Mixin
    private RunReports reports = new RunReports();

    @Mixin
    private HtmlOption html = new HtmlOption();

    @Mixin
    private final ResultOptions results;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;
    private volatile @Nullable ScenarioRun running;

    RunCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        results = new ResultOptions(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = process.settings();
        terminal.hushLogs();
        results.check();
        reports.check();
        html.check();
        checkNumbers();
        StopSignals stop = StopSignals.listen(process.signals(), this::cancel, () -> {});
        try {
            return watch ? watch(settings, stop) : play(settings);
        } finally {
            stop.finished();
        }
    }

    private void checkNumbers() throws WrongSetting {
        if (repeat < 1 || repeat > MOST_CALLS) {
            throw new WrongSetting("--repeat " + repeat + " is out of range: 1 to " + MOST_CALLS);
        }
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new WrongSetting("--jobs " + jobs + " is out of range: 1 to " + MOST_JOBS);
        }
        if (jobs > 1 && options.fixesPort()) {
            throw new WrongSetting("--rest-port is for one call at a time: leave out --jobs, or the port");
        }
    }

    private void cancel() {
        ScenarioRun now = running;
        if (now != null) {
            terminal.say("run: hanging up; the calls that were made are reported");
            now.cancel();
        }
    }

    private int watch(Settings settings, StopSignals stop) throws CannotRun {
        while (true) {
            WatchedFiles watched;
            int code;
            try {
                List<Path> found = ScenarioFiles.of(files);
                watched = new WatchedFiles(
                        Stream.concat(found.stream(), options.files()).toList());
                code = play(settings);
            } catch (WrongSetting e) {
                process.complain(String.valueOf(e.getMessage()));
                watched = new WatchedFiles(
                        Stream.concat(files.stream(), options.files()).toList());
                code = ExitCode.WRONG_USAGE.number();
            }
            terminal.say("run: watching; Ctrl-C ends");
            Path changed = watched.awaitChange(stop::await);
            if (changed == null) {
                return code;
            }
            terminal.say("run: " + changed + " has changed");
        }
    }

    private int play(Settings settings) throws WrongSetting, CannotRun {
        try (RunPage recordings = RunPage.begin(html.isWanted() && !options.records())) {
            List<PlannedScenario> planned = new ArrayList<>();
            for (Path file : ScenarioFiles.of(files)) {
                planned.addAll(options.planned(ScenarioFile.read(file), settings, recordings.folder()));
            }
            for (PlannedScenario each : planned) {
                each.call().server().warning().ifPresent(terminal::say);
            }
            boolean single = planned.size() == 1 && repeat == 1;
            ScenarioRun run = new ScenarioRun(repeat, jobs, results.isStrict(), new RunProgress(terminal, single));
            running = run;
            List<PlayedScenario> played = reports.compared(run.play(planned));
            running = null;
            report(played, recordings.withoutTemporary(played));
            return code(Verdict.of(played)).number();
        }
    }

    /** @param lasting the same, without the recordings that were made for the page alone */
    private void report(List<PlayedScenario> played, List<PlayedScenario> lasting) throws CannotRun {
        PrintStream out = results.isOnStandardOutput() ? terminal.progress() : terminal.results();
        out.print(new RunTable(terminal.colours()).text(lasting, html.file()));
        if (GitHubAnnotations.areWanted(process.environment())) {
            out.print(GitHubAnnotations.of(lasting, process.environment(), process.folder()));
        }
        out.flush();
        results.write(RunJson.write(
                Verdict.of(lasting), lasting.stream().map(JudgedCalls::of).toList()));
        reports.write(lasting, html.file());
        html.write(() -> RunPage.of(played, process::complain), terminal::say);
        try {
            StepSummary.append(lasting, process.environment());
        } catch (IOException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private static ExitCode code(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> ExitCode.DONE;
            case FAILED -> ExitCode.FOUND;
            case NOT_JUDGED, NOT_RUN -> ExitCode.COULD_NOT_RUN;
        };
    }
}
