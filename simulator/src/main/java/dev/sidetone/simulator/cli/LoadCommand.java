package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.JsonOption;
import dev.sidetone.simulator.cli.option.LoadOptions;
import dev.sidetone.simulator.cli.option.LoadPageOption;
import dev.sidetone.simulator.load.LoadCaller;
import dev.sidetone.simulator.load.LoadMeter;
import dev.sidetone.simulator.load.LoadPlan;
import dev.sidetone.simulator.load.LoadResult;
import dev.sidetone.simulator.load.LoadRun;
import dev.sidetone.simulator.load.RigCalls;
import dev.sidetone.simulator.report.LoadJson;
import dev.sidetone.simulator.report.LoadReport;
import dev.sidetone.simulator.rig.LoadLine;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.ScenarioFile;
import dev.sidetone.simulator.scenario.ScenarioFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sidetone load}: many calls at once. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Makes many calls at once and ends with their numbers: answered, failed, time to first audio. The callers are those of scenarios,"
                        + " in turn, or the demo's; nothing is judged.",
        footer = {
            "",
            "Examples:",
            "  sidetone load --calls 50 --for 2m                     the embedded bridge, offline",
            "  sidetone load --to http://localhost:3000/voice --calls 200 --ramp 20 --for 5m --html load.html",
            "  sidetone load --to http://localhost:3000/voice --find-capacity",
            "  sidetone load scenarios/ --calls 100 --for 10m --record calls/ --record-every 100"
        })
final class LoadCommand implements Callable<Integer> {
    /** So many processors share an event loop for the callers' sockets. */
    private static final int PROCESSORS_A_LOOP = 2;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Scenarios in YAML, or folders of them; left out: the demo's callers.")
    private List<Path> files = List.of();

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Mixin
    private final JsonOption json;

    @Mixin
    private LoadPageOption html = new LoadPageOption();

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;
    private volatile @Nullable LoadRun running;
    private volatile boolean cancelled;

    LoadCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        json = new JsonOption(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = process.settings();
        terminal.hushLogs();
        json.check();
        html.check();
        LoadPlan plan = options.plan();
        List<LoadCaller> callers = options.callers(scenarios(), settings);
        callers.get(0).call().server().warning().ifPresent(terminal::say);
        options.checkHost(callers);
        StopSignals stop = StopSignals.listen(process.signals(), this::cancel, () -> {});
        try {
            LoadResult load = play(plan, callers);
            report(load);
            return code(load).number();
        } finally {
            stop.finished();
        }
    }

    private List<Scenario> scenarios() throws WrongSetting {
        List<Scenario> all = new ArrayList<>();
        for (Path file : ScenarioFiles.of(files)) {
            all.add(ScenarioFile.read(file));
        }
        return all;
    }

    private void cancel() {
        cancelled = true;
        LoadRun now = running;
        if (now != null) {
            now.cancel();
        }
        terminal.say("load: hanging up; the calls that were made are reported");
    }

    private LoadResult play(LoadPlan plan, List<LoadCaller> callers) throws CannotRun {
        NanoClock clock = NanoClock.system();
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_A_LOOP);
        LoadProgress progress = new LoadProgress(terminal.progress(), terminal.rewrites());
        try (LoadLine line = LoadLine.start(callers.get(0).call(), plan.calls() + plan.calls() / 10 + 10, loops)) {
            LoadMeter meter = new LoadMeter(clock.nowNs());
            RigCalls calls = new RigCalls(line.rig(), callers, plan.recordEvery(), meter, clock);
            LoadRun run = new LoadRun(plan, calls, meter, progress);
            running = run;
            if (cancelled) {
                run.cancel();
            }
            return run.play(clock, Park::forNs);
        } finally {
            running = null;
            progress.over();
        }
    }

    private void report(LoadResult load) throws CannotRun {
        PrintStream out = json.isOnStandardOutput() ? terminal.progress() : terminal.results();
        out.print(new LoadReport(terminal.colours()).text(load));
        out.flush();
        json.write(LoadJson.write(load));
        html.write(load, terminal::say);
    }

    private static ExitCode code(LoadResult load) throws CannotRun {
        if (load.answered() == 0 && load.failed() > 0) {
            LoadResult.Failure first = load.failures().get(0);
            throw new CannotRun("no call was answered. " + first.what() + " " + first.cure());
        }
        if (load.answered() > 0 && load.ttfa().n() == 0 && load.withheldSeconds() > 0) {
            throw new CannotRun(
                    "this machine was too late to measure anything: make fewer calls (--calls), or on a machine"
                            + " that does less");
        }
        return load.isClean() || load.capacity() != null ? ExitCode.DONE : ExitCode.FOUND;
    }
}
