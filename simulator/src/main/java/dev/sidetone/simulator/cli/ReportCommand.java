package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.HtmlOption;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.cli.option.TurnFilesOptions;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.CallComparison;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.EventPrinter;
import dev.sidetone.simulator.report.JudgedCalls;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.KeptCalls;
import dev.sidetone.simulator.report.RunJson;
import dev.sidetone.simulator.report.ScoreTable;
import dev.sidetone.simulator.report.html.CallPage;
import dev.sidetone.simulator.report.html.PageCall;
import dev.sidetone.simulator.rig.PracticeAgentSounds;
import dev.sidetone.simulator.score.CallerChannel;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sidetone report}: opens what was kept of calls and reports on it as if they had just been made. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Opens a recorded call, judges it by today's checks and reports on it, in the terminal or as one HTML page.",
        footer = {
            "",
            "Examples:",
            "  sidetone report calls/20260131-120000-CA… --html call.html",
            "  sidetone report calls/20260131-120000-CA… --labels call.txt --csv turns.csv",
            "  sidetone report calls/                             a table of all of them",
            "  sidetone report call.wav --html call.html          anybody's two-channel recording",
            "  sidetone report calls/new --compare calls/old --html both.html"
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "CALLDIR|RUNDIR|FILE",
            description = "A recorded call, a folder of recorded calls, or a two-channel recording.")
    private Path what = Path.of("");

    @Mixin
    private final HtmlOption html = new HtmlOption();

    @Option(
            names = "--compare",
            paramLabel = "OTHER",
            description = "An earlier call: both side by side, with the differences of their figures.")
    private @Nullable Path other;

    @Mixin
    private final TurnFilesOptions files = new TurnFilesOptions();

    @Mixin
    private final ResultOptions results;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    ReportCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        results = new ResultOptions(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        terminal.hushLogs();
        results.check();
        html.check();
        files.check();
        List<Path> calls = KeptCalls.in(what);
        if (other != null || calls.size() != 1 || !calls.get(0).equals(what)) {
            files.refuse();
        }
        if (other != null) {
            return compare(calls, KeptCalls.in(other));
        }
        return calls.size() == 1 && calls.get(0).equals(what) ? one(open(what)) : table(calls);
    }

    private int one(KeptCall call) throws WrongSetting, CannotRun {
        PrintStream out = out();
        if (!html.isWanted()) {
            call.trace().lines().forEach(new EventPrinter(out, terminal.colours(), ""));
            new CallReport(terminal.colours()).print(call.result(), out);
        }
        call.notes().forEach(process::complain);
        html.write(() -> CallPage.of(page(call)), terminal::say);
        files.write(call, terminal::say);
        results.write(ResultJson.write(call.result()));
        return code(call).number();
    }

    private int compare(List<Path> now, List<Path> before) throws WrongSetting, CannotRun {
        if (now.size() != 1 || before.size() != 1) {
            throw new WrongSetting("--compare puts one call beside one other: name the folder of one call each, not "
                    + (now.size() == 1 ? other : what) + " with " + Math.max(now.size(), before.size()));
        }
        KeptCall earlier = open(before.get(0));
        KeptCall later = open(now.get(0));
        PrintStream out = out();
        if (!html.isWanted()) {
            new CallReport(terminal.colours()).print(later.result(), out);
            out.print(CallComparison.of(earlier.result(), later.result()).text(terminal.colours()));
            out.flush();
        }
        earlier.notes().forEach(note -> process.complain(earlier.name() + ": " + note));
        later.notes().forEach(note -> process.complain(later.name() + ": " + note));
        html.write(
                () -> CallPage.compared(later.name() + " compared with " + earlier.name(), page(earlier), page(later)),
                terminal::say);
        results.write(ResultJson.write(later.result()));
        return code(later).number();
    }

    /** A call that cannot be opened does not keep the others from the table. */
    private int table(List<Path> calls) throws WrongSetting, CannotRun {
        List<JudgedCalls> judged = new ArrayList<>();
        CallPage shown = new CallPage(String.valueOf(what));
        for (Path path : calls) {
            try {
                KeptCall call = open(path);
                call.notes().forEach(note -> process.complain(path + ": " + note));
                judged.add(JudgedCalls.of(call.name(), code(call) == ExitCode.DONE, call.result()));
                if (html.isWanted()) {
                    shown.add(page(call));
                }
            } catch (WrongSetting e) {
                process.complain(String.valueOf(e.getMessage()));
            }
        }
        if (judged.isEmpty()) {
            throw new WrongSetting("none of the " + calls.size() + " calls in " + what + " could be opened");
        }
        PrintStream out = out();
        out.print(new ScoreTable(terminal.colours()).text(judged));
        out.flush();
        html.write(() -> shown, terminal::say);
        boolean passed = judged.stream().allMatch(JudgedCalls::passed);
        results.write(RunJson.write(JudgedCalls.verdict(passed), judged));
        if (judged.size() < calls.size()) {
            process.complain((calls.size() - judged.size()) + " of " + calls.size()
                    + " calls could not be opened and are left out");
            return ExitCode.WRONG_USAGE.number();
        }
        return (passed ? ExitCode.DONE : ExitCode.FOUND).number();
    }

    private static KeptCall open(Path path) throws WrongSetting {
        return Recording.isIn(path)
                ? KeptCall.recorded(path, () -> Checks.forOneCall(PracticeAgentSounds.known()))
                : KeptCall.scored(path, CallerChannel.AUTO);
    }

    private PageCall page(KeptCall call) {
        return PageCall.of(call, code(call) == ExitCode.DONE);
    }

    private PrintStream out() {
        return results.isOnStandardOutput() ? terminal.progress() : terminal.results();
    }

    private ExitCode code(KeptCall call) {
        return ExitCode.of(call.result().findings().stream(), results.isStrict());
    }
}
