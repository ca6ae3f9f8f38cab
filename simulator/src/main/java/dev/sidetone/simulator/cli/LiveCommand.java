package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.UserFolder;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.E164;
import dev.sidetone.simulator.live.LiveConfig;
import dev.sidetone.simulator.live.LiveController;
import dev.sidetone.simulator.live.address.ConfiguredOrigin;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.report.LiveTable;
import dev.sidetone.simulator.rig.RecordFolder;
import dev.sidetone.simulator.timeline.Spool;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
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

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The https origin that leads to --port (or SERVER_URL, PUBLIC_HOST).")
    private @Nullable String publicUrl;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of this machine that the bridge listens on (default 8080, or a free one).",
            defaultValue = "0")
    private int port;

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Option(
            names = "--max-calls",
            paramLabel = "N",
            description = "One call more at a time hears a busy line (default 10).",
            defaultValue = "10")
    private int mostCalls;

    @Option(
            names = "--longest",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "A call that lasts longer is told good-bye (default 30m).",
            defaultValue = "30m")
    private Duration longest = Duration.ZERO;

    @Option(names = "--record", paramLabel = "DIR", description = "Keep the recordings there, one folder a call.")
    private @Nullable Path record;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all results there; - is standard output.")
    private @Nullable String json;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "End after, as in 10m.")
    private @Nullable Duration duration;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "A PEM file of authorities whose certificates are believed too.")
    private @Nullable Path ca;

    @Option(names = "--yes", description = "Do not ask before the number is changed.")
    private boolean yes;

    @Option(names = "--strict", description = "Warnings fail the command too.")
    private boolean strict;

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = Settings.read(Path.of(".env"), System.getenv());
        terminal.keepWarnings();
        ResultFile.check(json);
        RecordFolder.check(record);
        ConfiguredOrigin.of(publicUrl, settings);
        isNumber("--call", call);
        isNumber("--number", number);
        LiveConfig terms = terms(settings);
        LiveTerminal.Wish wish = new LiveTerminal.Wish(
                publicUrl, number == null ? settings.get("TWILIO_NUMBER").orElse(null) : number, call, duration, yes);
        Path notes = UserFolder.ofThisUser().resolve("numbers");
        LiveController desk = new LiveController(wanted -> terms, notes, this::place, terminal::say);
        StopSignals stop = StopSignals.listen(desk::hurry);
        try {
            return watched(desk, new LiveTerminal(desk, wish, terminal, stop));
        } finally {
            stop.finished();
        }
    }

    /** A number that cannot be one is told before anything is changed. */
    private static void isNumber(String option, @Nullable String given) throws WrongSetting {
        if (given != null && !E164.whatIsWrongWith(given).isEmpty()) {
            throw new WrongSetting(option + " " + given + " is no phone number: write it " + E164.EXAMPLE);
        }
    }

    /** From the beginning to the end of live mode, however that comes. */
    private int watched(LiveController desk, LiveTerminal watch) throws WrongSetting, CannotRun {
        try {
            try {
                watch.run();
            } finally {
                watch.sayGoodBye();
                desk.close();
                watch.tellRest();
            }
        } catch (CannotRun e) {
            putAway(watch.outcomes());
            throw e;
        }
        return finish(watch.outcomes());
    }

    /** What there is of a session that came to nothing. */
    private void putAway(List<LiveCallResult> calls) throws CannotRun {
        if (calls.isEmpty()) {
            LiveResultFile.write(json, calls);
        } else {
            finish(calls);
        }
    }

    private LiveConfig terms(Settings settings) throws WrongSetting {
        BridgeSettings.checkLimits(mostCalls, longest);
        return LiveConfig.of(settings, agent.choice(settings, Set.of()))
                .within(new LiveConfig.Limits(mostCalls, longest))
                .on(port)
                .believing(ca);
    }

    private Spool place() {
        return record == null ? Spool.NONE : CallFolder.keptIn(record, SidetoneVersion.TEXT);
    }

    private int finish(List<LiveCallResult> calls) throws CannotRun {
        PrintStream out = "-".equals(json) ? terminal.progress() : terminal.results();
        List<String> costs = calls.stream().map(each -> words(each.cost())).toList();
        new LiveTable(terminal.colours())
                .print(
                        calls.stream().map(LiveCallResult::result).toList(),
                        costs,
                        words(LiveResultFile.sum(calls)),
                        SimulatedBefore.find(),
                        out);
        LiveResultFile.write(json, calls);
        boolean bad = calls.stream()
                .flatMap(each -> each.result().findings().stream())
                .anyMatch(found -> found.severity().equals("error")
                        || (strict && found.severity().equals("warning")));
        return bad ? 1 : 0;
    }

    private static String words(LiveCall.@Nullable Cost cost) {
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
