package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.CallOptions;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.cli.option.TimeConverter;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.EventPrinter;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.HeadlessCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sidetone call}: one headless call. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Makes one call and ends with its numbers: time to first audio per turn, barge-in, line quality.",
        footer = {
            "",
            "Examples:",
            "  sidetone call                              the demo, offline",
            "  sidetone call --caller mic                 your own voice and ears",
            "  sidetone call --to http://localhost:3000/incoming-call --json result.json",
            "  sidetone call --fault jitter=40ms --fault stall=2s@5s --seed 7",
            "  sidetone call --to http://localhost:3000/voice --as https://example.com"
        })
final class CallCommand implements Callable<Integer> {
    @Mixin
    private CallOptions options = new CallOptions();

    @Mixin
    private final ResultOptions results;

    @Option(
            names = "--linger",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "The time for which the REST API stays after the call. Left out: 30s if the server used it in the call or --rest-port was given,"
                            + " else not at all.")
    private @Nullable Duration linger;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    CallCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        results = new ResultOptions(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = process.settings();
        terminal.hushLogs();
        results.check();
        CallDescription description = options.description(settings);
        description.server().warning().ifPresent(terminal::say);
        EventLog live = new EventLog(new EventPrinter(terminal.progress(), terminal.colours(), ""));
        try (HeadlessCall call = HeadlessCall.place(description, terminal::say, live)) {
            int code = finish(call.await());
            call.linger(linger, terminal::say);
            return code;
        }
    }

    private int finish(HeadlessCall.Outcome outcome) throws CannotRun {
        PrintStream out = results.isOnStandardOutput() ? terminal.progress() : terminal.results();
        new CallReport(terminal.colours()).print(outcome.result(), out);
        CallResult.Kept recording = outcome.result().recording();
        if (recording != null && recording.kept()) {
            terminal.say("recording: " + recording.folder());
        }
        out.flush();
        results.write(ResultJson.write(outcome.result()));
        if (recording == null || recording.kept()) {
            return code(outcome);
        }
        try {
            return Math.max(code(outcome), ExitCode.FOUND.number());
        } finally {
            process.complain("the recording was not kept: " + recording.why()
                    + "; make room, or choose another folder with --record, and call again");
        }
    }

    private int code(HeadlessCall.Outcome outcome) throws CannotRun {
        if (!outcome.reached()) {
            throw new CannotRun(whyNot(outcome.result()));
        }
        ExitCode code = ExitCode.of(outcome.result().findings().stream(), results.isStrict());
        if (code == ExitCode.DONE && outcome.result().call().clock() == null) {
            process.complain("nobody answered the call, so nothing was heard of the server: that is no success");
            return ExitCode.FOUND.number();
        }
        return code.number();
    }

    private static String whyNot(CallResult result) {
        return result.findings().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .map(found -> found.what() + " " + found.cure())
                .orElse("the server was not asked: the call was over before");
    }
}
