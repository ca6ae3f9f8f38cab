package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.CallDescription;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command that makes simulated calls shares. */
public final class CallOptions {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private NumberOptions numbers = new NumberOptions();

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

    @Mixin
    private RestPortOption rest = new RestPortOption();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private RelayOptions relay = new RelayOptions();

    @Option(
            names = "--probe-signature",
            description = "First send the webhook an unsigned and a wrongly signed request: it should refuse both.")
    private boolean probeSignature;

    /** The description of the call; whatever was left out is a default of {@link CallDescription}. */
    public CallDescription description(Settings settings) throws WrongSetting {
        return describe(settings).build();
    }

    /** The same, to be changed. Reads the files that the options name. */
    CallDescription.Builder describe(Settings settings) throws WrongSetting {
        return new CallDescription.Builder()
                .server(server.choice())
                .agent(script.applyTo(agent.choice(settings), faults.ofAgent()))
                .caller(caller.choice())
                .numbers(numbers.from(null), numbers.number(null))
                .parameters(numbers.parameters(Map.of()))
                .authToken(settings, numbers.authTokenEnv())
                .faults(faults.ofLine())
                .seed(faults.seed())
                .rules(rules.rules())
                .relay(relay.conditions())
                .duration(duration.duration())
                .recordings(record.folder())
                .restPort(rest.port())
                .probeSignature(probeSignature);
    }

    /** Checks what can be checked without reading a file. */
    void check() throws WrongSetting {
        server.choice();
        rules.rules();
    }
}
