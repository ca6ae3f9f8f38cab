package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.ChannelOption;
import dev.sidetone.simulator.cli.option.HtmlOption;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.JudgedCalls;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.RunJson;
import dev.sidetone.simulator.report.ScoreTable;
import dev.sidetone.simulator.report.html.CallPage;
import dev.sidetone.simulator.report.html.PageCall;
import dev.sidetone.simulator.score.ScoredFiles;
import dev.sidetone.simulator.sound.SoundReader;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sidetone score}: judges recordings of calls. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Judges recordings of calls with the caller on one channel and the agent on the other, whoever made them:"
                        + " time to first audio per turn, barge-in, silence, echo.",
        footer = {
            "",
            "Examples:",
            "  sidetone score call.wav",
            "  sidetone score recordings/ --json scores.json      a table of all of them",
            "  sidetone score call.wav --caller right",
            "  sidetone score call.wav --html call.html            a page to look at and to hear"
        })
final class ScoreCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|FOLDER",
            arity = "1..*",
            description = "Two-channel recordings (" + SoundReader.FORMATS + "), recorded calls, or folders of them.")
    private List<Path> files = List.of();

    @Mixin
    private ChannelOption channel = new ChannelOption();

    @Mixin
    private final HtmlOption html = new HtmlOption();

    @Mixin
    private final ResultOptions results;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    ScoreCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        results = new ResultOptions(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        terminal.hushLogs();
        results.check();
        html.check();
        List<Path> all = ScoredFiles.of(files);
        return all.size() == 1 ? one(all.get(0)) : table(all);
    }

    private int one(Path file) throws WrongSetting, CannotRun {
        KeptCall call = KeptCall.scored(file, channel.caller());
        CallResult result = call.result();
        new CallReport(terminal.colours()).print(result, out());
        html.write(() -> CallPage.of(PageCall.of(call, code(result) == ExitCode.DONE)), terminal::say);
        results.write(ResultJson.write(result));
        return code(result).number();
    }

    /** A file that cannot be judged does not keep the others from it. */
    private int table(List<Path> all) throws WrongSetting, CannotRun {
        List<JudgedCalls> judged = new ArrayList<>();
        CallPage made = new CallPage(Figures.count(all.size(), "recording"));
        int unread = 0;
        for (Path file : all) {
            terminal.say("score " + (judged.size() + unread + 1) + " of " + all.size() + ": " + file);
            try {
                KeptCall call = KeptCall.scored(file, channel.caller());
                boolean passed = code(call.result()) == ExitCode.DONE;
                judged.add(JudgedCalls.of(call.name(), passed, call.result()));
                if (html.isWanted()) {
                    made.add(PageCall.of(call, passed));
                }
            } catch (WrongSetting e) {
                process.complain(String.valueOf(e.getMessage()));
                unread++;
            }
        }
        if (judged.isEmpty()) {
            throw new WrongSetting("none of the " + all.size() + " recordings could be judged");
        }
        boolean passed = judged.stream().allMatch(JudgedCalls::passed);
        PrintStream out = out();
        out.print(new ScoreTable(terminal.colours()).text(judged));
        out.flush();
        html.write(() -> made, terminal::say);
        results.write(RunJson.write(JudgedCalls.verdict(passed), judged));
        if (unread > 0) {
            process.complain(unread + " of " + all.size() + " files could not be judged and are left out");
            return ExitCode.WRONG_USAGE.number();
        }
        return (passed ? ExitCode.DONE : ExitCode.FOUND).number();
    }

    private PrintStream out() {
        return results.isOnStandardOutput() ? terminal.progress() : terminal.results();
    }

    private ExitCode code(CallResult result) {
        return ExitCode.of(result.findings().stream(), results.isStrict());
    }
}
