package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command that makes simulated calls shares. */
public final class CallOptions {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The caller's number (default ${DEFAULT-VALUE}).",
            defaultValue = CallPlan.DEFAULT_FROM)
    private String from = "";

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            description = "The number dialled (default ${DEFAULT-VALUE}).",
            defaultValue = CallPlan.DEFAULT_NUMBER)
    private String number = "";

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A further form field of the webhook; repeatable.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--auth-token-env",
            paramLabel = "NAME",
            description = "The setting that holds the token that signs (default ${DEFAULT-VALUE}).",
            defaultValue = CallDescription.AUTH_TOKEN)
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
            description = "The loopback port of the fake Twilio REST API. Left out: a free one.",
            defaultValue = "0")
    private int restPort;

    @Option(names = "--lenient", description = "Accept messages of the server that Twilio would refuse.")
    private boolean lenient;

    @Option(
            names = "--strict-protocol",
            description =
                    "End the stream with 31924 for a message that breaks its protocol, the worse of the two things that Twilio documents.")
    private boolean strict;

    @Option(
            names = "--probe-signature",
            description = "First send the webhook an unsigned and a wrongly signed request: it should refuse both.")
    private boolean probeSignature;

    /** The description of the call; whatever was left out is a default of {@link CallDescription}. */
    public CallDescription description(Settings settings) throws WrongSetting {
        return new CallDescription.Builder()
                .server(server.choice())
                .agent(script.applyTo(agent.choice(settings), faults.ofAgent()))
                .caller(caller.choice())
                .numbers(from, number)
                .parameters(parameters)
                .authToken(settings, authTokenEnv)
                .faults(faults.ofLine())
                .seed(faults.seed())
                .rules(rules())
                .duration(duration.duration())
                .recordings(record.folder())
                .restPort(restPort)
                .probeSignature(probeSignature)
                .build();
    }

    private MessageRules rules() throws WrongSetting {
        if (lenient && strict) {
            throw new WrongSetting("--lenient and --strict-protocol exclude each other: leave one out");
        }
        return lenient ? MessageRules.LENIENT : strict ? MessageRules.STRICT : MessageRules.USUAL;
    }
}
