package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.AgentOptions;
import dev.sidetone.simulator.cli.option.AuthorityOption;
import dev.sidetone.simulator.cli.option.BridgeOptions;
import dev.sidetone.simulator.cli.option.DurationOption;
import dev.sidetone.simulator.cli.option.RecordOption;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.cli.option.ScriptOption;
import dev.sidetone.simulator.live.E164;
import dev.sidetone.simulator.live.LiveConfig;
import dev.sidetone.simulator.live.LiveController;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.report.LiveSessionReport;
import dev.sidetone.simulator.timeline.Spool;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sidetone live}: live mode on a real number, without the window. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lets a real Twilio number ring the bridge, until Ctrl-C, and puts the number back as it was.",
            "Needs TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment or in .env, and a public address:"
                    + " --public-url, PUBLIC_HOST, SERVER_URL, a running ngrok or cloudflared, or NGROK_AUTHTOKEN."
        },
        footer = {
            "",
            "Without --port the bridge listens on port 8080, or on a free one if 8080 is taken.",
            "At a terminal it asks before it changes the number, unless --yes says so; without one it does not ask.",
            "A second Ctrl-C ends calls at once; the number is put back all the same.",
            "Rates for the estimated costs: TWILIO_RATE_PER_MINUTE, AGENT_RATE_PER_MINUTE, RATE_CURRENCY.",
            "",
            "Examples:",
            "  sidetone live --number +15550100 --agent openai",
            "  sidetone live --call +15550199 --public-url https://voice.example.com"
        })
final class LiveCommand implements Callable<Integer> {
    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            description = "The account's number to use (or TWILIO_NUMBER; left out: the only one there is).")
    private @Nullable String number;

    @Option(
            names = "--call",
            paramLabel = "NUMBER",
            description = "Call this number, as in +15550199; ends with that call.")
    private @Nullable String call;

    @Mixin
    private BridgeOptions bridge = new BridgeOptions(
            0,
            LiveConfig.Limits.USUAL.mostCalls(),
            LiveConfig.Limits.USUAL.longest().toMinutes() + "m");

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Mixin
    private ScriptOption script = new ScriptOption();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private DurationOption duration = new DurationOption();

    @Mixin
    private AuthorityOption authorities = new AuthorityOption();

    @Mixin
    private final ResultOptions results;

    @Option(names = "--yes", description = "Do not ask before the number is changed.")
    private boolean yes;

    @Option(
            names = "--leftover",
            paramLabel = "KEEP|CLEAR",
            description = "Another Sidetone's addresses on the number: put them back at the end, or leave them empty.")
    private @Nullable Leftover leftover;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    LiveCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
        results = new ResultOptions(process.out());
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = process.settings();
        terminal.keepWarnings();
        results.check();
        Path recordings = record.folder();
        ConfiguredOrigin.of(bridge.publicUrl(), settings);
        checkNumber("--call", call);
        checkNumber("--number", number);
        LiveConfig config = config(settings);
        LiveTerminal.Options options = new LiveTerminal.Options(
                bridge.publicUrl(),
                number == null ? settings.get("TWILIO_NUMBER").orElse(null) : number,
                call,
                duration.duration(),
                yes,
                leftover);
        Path notes = process.userFolder().resolve("numbers");
        LiveController live = new LiveController(
                request -> config, notes, () -> recording(recordings), terminal::say, process::complain);
        StopSignals stop = StopSignals.listen(process.signals(), live::hurry);
        try {
            return run(live, new LiveTerminal(live, options, terminal, stop, process::complain));
        } finally {
            stop.finished();
        }
    }

    /** Refuses an impossible number before anything is changed. */
    private static void checkNumber(String option, @Nullable String given) throws WrongSetting {
        if (given != null && !E164.problem(given).isEmpty()) {
            throw new WrongSetting(option + " " + given + " is no phone number: write it " + E164.EXAMPLE);
        }
    }

    /** Runs live mode from its beginning to its end, in whatever way it ends. */
    private int run(LiveController live, LiveTerminal session) throws WrongSetting, CannotRun {
        try {
            try {
                session.run();
            } finally {
                session.leave();
            }
            session.checkCallOut();
        } catch (CannotRun e) {
            reportFailed(live, session.results());
            throw e;
        }
        return exitCode(live, report(live, session.results())).number();
    }

    /** A number that is not put back, or a bridge that calls did not reach, counts for more than what was found in the calls that came. */
    private static ExitCode exitCode(LiveController live, ExitCode ofCalls) {
        if (live.now().unrestored() != null || live.disturbanceAtEnd() != null) {
            return ExitCode.COULD_NOT_RUN;
        }
        return ofCalls == ExitCode.DONE && !live.lostCalls().isEmpty() ? ExitCode.FOUND : ofCalls;
    }

    /** Reports the calls of a session that failed. */
    private void reportFailed(LiveController live, List<LiveCallResult> calls) throws CannotRun {
        if (calls.isEmpty()) {
            LiveResultsJson.write(results, calls, live);
        } else {
            report(live, calls);
        }
    }

    private LiveConfig config(Settings settings) throws WrongSetting {
        BridgeSettings.checkLimits(bridge.mostCalls(), bridge.longest());
        return LiveConfig.of(settings, script.applyTo(agent.choice(settings), Set.of()))
                .withLimits(new LiveConfig.Limits(bridge.mostCalls(), bridge.longest()))
                .withPort(bridge.port())
                .withAuthorities(authorities.file());
    }

    private static Spool recording(@Nullable Path folder) {
        return folder == null ? Spool.NONE : CallFolder.keptIn(folder, SidetoneVersion.TEXT);
    }

    private ExitCode report(LiveController live, List<LiveCallResult> calls) throws CannotRun {
        PrintStream out = results.isOnStandardOutput() ? terminal.progress() : terminal.results();
        List<String> costs = calls.stream().map(each -> text(each.cost())).toList();
        new LiveSessionReport(terminal.colours())
                .print(
                        calls.stream().map(LiveCallResult::result).toList(),
                        costs,
                        text(LiveResultsJson.sum(calls)),
                        LastSimulatedCall.find(process.userFolder().resolve("calls")),
                        out);
        LiveResultsJson.write(results, calls, live);
        return ExitCode.of(calls.stream().flatMap(each -> each.result().findings().stream()), results.isStrict());
    }

    private static String text(LiveCall.@Nullable Cost cost) {
        return cost == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "estimated %.4f %s: Twilio %.4f, agent %.4f, by the rates in the settings",
                        cost.twilio() + cost.agent(),
                        cost.currency(),
                        cost.twilio(),
                        cost.agent());
    }
}
