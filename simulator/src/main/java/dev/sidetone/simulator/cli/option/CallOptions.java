package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.HeadlessCall;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command that makes simulated calls shares. */
public final class CallOptions {
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

    @Mixin
    private ScriptOption script = new ScriptOption();

    @Mixin
    private CallerOptions caller = new CallerOptions();

    @Mixin
    private DurationOption duration = new DurationOption();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private FaultOptions faults = new FaultOptions();

    @Option(
            names = "--rest-port",
            paramLabel = "PORT",
            description = "Where the fake Twilio REST API is served, on loopback. Left out: a free port.",
            defaultValue = "0")
    private int restPort;

    @Option(names = "--lenient", description = "Read the server's messages more kindly than Twilio does.")
    private boolean lenient;

    @Option(
            names = "--probe-signature",
            description = "First ask the webhook once unsigned and once wrongly signed: it should refuse both.")
    private boolean probeSignature;

    /** The call that the options describe. */
    public HeadlessCall call(Settings settings) throws WrongSetting {
        return new HeadlessCall(
                server.choice(),
                from,
                number,
                parameters,
                settings.get(authTokenEnv).orElse(null),
                script.applyTo(agent.choice(settings), faults.ofAgent()),
                caller.choice(),
                duration.duration(),
                record.folder(),
                faults.seed(),
                faults.ofLine(),
                lenient,
                restPort,
                probeSignature);
    }
}
