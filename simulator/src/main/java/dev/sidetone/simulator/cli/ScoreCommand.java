package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.recording.RunJson;
import dev.sidetone.simulator.recording.RunJson.Judged;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.ScoreTable;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.score.RecordingScore;
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
import picocli.CommandLine.Option;
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
            "  sidetone score call.wav --caller right"
        })
final class ScoreCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE|FOLDER",
            arity = "1..*",
            description = "Two-channel recordings (" + SoundReader.FORMATS + "), recorded calls, or folders of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--caller",
            paramLabel = "CHANNEL",
            description =
                    "The caller's channel: left, right, or auto: left, unless the voices show the opposite. Left out: auto.")
    private CallerChannel caller = CallerChannel.AUTO;

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
        List<Path> all = ScoredFiles.of(files);
        return all.size() == 1 ? one(all.get(0)) : table(all);
    }

    private int one(Path file) throws WrongSetting, CannotRun {
        CallResult result = score(file);
        PrintStream out = out();
        new CallReport(terminal.colours()).print(result, out);
        results.write(ResultJson.write(result));
        return code(result).number();
    }

    /** A file that cannot be judged does not keep the others from it. */
    private int table(List<Path> all) throws WrongSetting, CannotRun {
        List<Judged> judged = new ArrayList<>();
        int unread = 0;
        for (Path file : all) {
            terminal.say("score " + (judged.size() + unread + 1) + " of " + all.size() + ": " + file);
            try {
                CallResult result = score(file);
                judged.add(new Judged(file.toString(), code(result) == ExitCode.DONE, result));
            } catch (WrongSetting e) {
                process.complain(String.valueOf(e.getMessage()));
                unread++;
            }
        }
        if (judged.isEmpty()) {
            throw new WrongSetting("none of the " + all.size() + " recordings could be judged");
        }
        PrintStream out = out();
        out.print(new ScoreTable(terminal.colours()).text(judged));
        out.flush();
        results.write(RunJson.write(judged));
        if (unread > 0) {
            process.complain(unread + " of " + all.size() + " files could not be judged and are left out");
            return ExitCode.WRONG_USAGE.number();
        }
        return (judged.stream().allMatch(Judged::passed) ? ExitCode.DONE : ExitCode.FOUND).number();
    }

    private PrintStream out() {
        return results.isOnStandardOutput() ? terminal.progress() : terminal.results();
    }

    private CallResult score(Path file) throws WrongSetting {
        try {
            return RecordingScore.of(file.toString(), SoundReader.twoChannels(file), caller);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }

    private ExitCode code(CallResult result) {
        return ExitCode.of(result.findings().stream(), results.isStrict());
    }
}
