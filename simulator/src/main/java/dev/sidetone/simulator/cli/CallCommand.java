package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.DialledFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.LiveReport;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.HeadlessCall;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private ServerOptions server = new ServerOptions();

    @Option(names = "--from", paramLabel = "NUMBER", description = "The caller's number.", defaultValue = "+15550100")
    private String from = "";

    @Option(names = "--number", paramLabel = "NUMBER", description = "The number dialled.", defaultValue = "+15550199")
    private String number = "";

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A further form field of the webhook; repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--auth-token-env",
            paramLabel = "NAME",
            description = "The environment variable with the token that signs.",
            defaultValue = "TWILIO_AUTH_TOKEN")
    private String authTokenEnv = "";

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Option(
            names = "--caller",
            paramLabel = "WHO",
            arity = "1..*",
            description =
                    "Who speaks: mic, WAV files (one after the other), or the folder of a recorded call. Left out: the demo caller.")
    private List<String> caller = List.of();

    @Option(
            names = "--gap",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long the agent must be silent before the next recording is spoken (default 700ms).",
            defaultValue = "700ms")
    private Duration gap = Duration.ZERO;

    @Option(names = "--mic", paramLabel = "NAME", description = "The microphone, as doctor lists it.")
    private @Nullable String mic;

    @Option(names = "--speaker", paramLabel = "NAME", description = "The speaker, as doctor lists it.")
    private @Nullable String speaker;

    @Option(
            names = "--echo-cancellation",
            paramLabel = "on|off",
            converter = OnOff.Word.class,
            description =
                    "Whether the speaker's sound is taken out of the microphone's, if it is found there (default on). Headphones are better.",
            defaultValue = "on")
    private OnOff echoCancellation = OnOff.ON;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Hang up after, as in 30s.")
    private @Nullable Duration duration;

    @Option(names = "--record", paramLabel = "DIR", description = "Keep the recording there, one folder a call.")
    private @Nullable Path record;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there; - is standard output.")
    private @Nullable String json;

    @Option(
            names = "--fault",
            paramLabel = "NAME[=VALUE][@TIME]",
            converter = FaultOption.class,
            description =
                    "Something that goes wrong, repeatable; on the line: jitter=20ms burst=200ms stall=2s gap=1s drop"
                            + " mute echo=-30dB noise=20dB band webhook-twice webhook-slow=3s webhook-lost rest-500 rest-race;"
                            + " or in the agent of this process: key 401 403 429 500 quota die never-ready late-delta"
                            + " bad-json odd-bytes expire silent-tool variant.")
    private List<FaultOption.Wish> faults = List.of();

    @Option(
            names = "--rest-port",
            paramLabel = "PORT",
            description = "Where the fake Twilio REST API is served, on loopback. Left out: a free port.",
            defaultValue = "0")
    private int restPort;

    @Option(names = "--seed", paramLabel = "N", description = "Makes identifiers, timestamps and faults repeatable.")
    private @Nullable Long seed;

    @Option(names = "--lenient", description = "Read the server's messages more kindly than Twilio does.")
    private boolean lenient;

    @Option(
            names = "--probe-signature",
            description = "First ask the webhook once unsigned and once wrongly signed: it should refuse both.")
    private boolean probeSignature;

    @Option(names = "--strict", description = "Warnings fail the command too.")
    private boolean strict;

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = Settings.read(Path.of(".env"), System.getenv());
        terminal.hushLogs();
        ResultFile.check(json);
        ServerChoice choice = server.choice();
        choice.warning().ifPresent(terminal::say);
        LiveReport live = new LiveReport(terminal.progress(), terminal.colours());
        return plan(settings, choice).run(terminal::say, live, this::finish);
    }

    private int finish(HeadlessCall.Outcome outcome) throws CannotRun {
        PrintStream out = "-".equals(json) ? terminal.progress() : terminal.results();
        new CallReport(terminal.colours()).print(outcome.result(), out);
        outcome.recording().ifPresent(folder -> terminal.say("recording: " + folder));
        out.flush();
        ResultFile.write(json, outcome.result());
        if (!outcome.reached()) {
            throw new CannotRun(whyNot(outcome.result()));
        }
        return outcome.exitCode(strict);
    }

    private static String whyNot(CallResult result) {
        return result.findings().stream()
                .filter(found -> found.severity().equals("error"))
                .findFirst()
                .map(found -> found.what() + " " + found.cure())
                .orElse("the server was not asked: the call was over before");
    }

    private HeadlessCall plan(Settings settings, ServerChoice choice) throws WrongSetting {
        return new HeadlessCall(
                choice,
                from,
                number,
                parameters,
                settings.get(authTokenEnv).orElse(null),
                agent.choice(settings, agentFaults()),
                new CallerChoice(caller, gap, mic, speaker, echoCancellation == OnOff.ON),
                duration,
                record,
                seed,
                new LineFaults(lineFaults()),
                lenient,
                restPort,
                probeSignature);
    }

    private List<DialledFault> lineFaults() {
        return faults.stream()
                .map(FaultOption.Wish::line)
                .filter(Objects::nonNull)
                .toList();
    }

    private Set<AgentFault> agentFaults() {
        Set<AgentFault> wished = EnumSet.noneOf(AgentFault.class);
        for (FaultOption.Wish fault : faults) {
            if (fault.agent() != null) {
                wished.add(fault.agent());
            }
        }
        return wished;
    }
}
