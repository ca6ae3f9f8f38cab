package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.MetricsReaders;
import dev.sidetone.bridge.socket.SlowMachineException;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.cli.option.AddressConverter;
import dev.sidetone.simulator.cli.option.AgentOptions;
import dev.sidetone.simulator.cli.option.BridgeOptions;
import dev.sidetone.simulator.cli.option.PageOriginConverter;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.ServedAgent;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sidetone bridge}: the bridge alone, as a server. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Runs the bridge alone, as a server, until Ctrl-C.",
        footer = {
            "",
            "At Ctrl-C or SIGTERM no new call is accepted and running calls have 10 s to end; a second one ends them at once.",
            "",
            "Example: sidetone bridge --port 8080 --agent openai"
        })
final class BridgeCommand implements Callable<Integer> {
    @Mixin
    private BridgeOptions bridge = new BridgeOptions(8080, 1_000, "240m");

    @Option(
            names = "--listen",
            paramLabel = "HOST",
            description = "The address to listen on (default 127.0.0.1).",
            defaultValue = "127.0.0.1")
    private String listen = "";

    @Option(
            names = "--loops",
            paramLabel = "N",
            description = "How many event loops share the calls (default: one for each core).")
    private @Nullable Integer loops;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            converter = PageOriginConverter.class,
            description =
                    "The origin of a web page whose browser on this machine may call the bridge, as in http://localhost:5173; repeatable.")
    private List<String> pages = List.of();

    @Option(
            names = "--metrics-for",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description =
                    "The address of a machine that may read /metrics, as in 10.0.0.7, besides programs on this one; repeatable.")
    private List<String> scrapers = List.of();

    @Mixin
    private AgentOptions agent = new AgentOptions();

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    BridgeCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = process.settings();
        BridgeSettings checked = new BridgeSettings(settings);
        String origin = checked.origin(bridge.publicUrl());
        String host = listen.replaceFirst("^\\[(.*)]$", "$1");
        BridgeSettings.checkPages(pages, origin, host);
        String token = checked.authToken(origin, host);
        AgentChoice choice = agent.choice(settings);
        CallPolicy rules = checked.rules(bridge.mostCalls(), bridge.longest())
                .withPages(Set.copyOf(pages))
                .withScrapers(new MetricsReaders(Set.copyOf(scrapers)));
        CallControl control = checked.control();
        int shared = BridgeSettings.loops(loops);
        terminal.keepWarnings();
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                @Nullable ServedAgent practice = served(choice, web)) {
            Supplier<BridgeConfig.Agent> target = choice.targets(practice);
            serve(web, new BridgeConfig(host, bridge.port(), shared, origin, token, target, rules), control);
        } catch (SlowMachineException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotRun(e.getMessage() + ": choose another --port or --listen", e);
        }
        return ExitCode.DONE.number();
    }

    /** The fake that was chosen; a real service leaves nothing to serve here. */
    private static @Nullable ServedAgent served(AgentChoice choice, SocketRuntime web) throws IOException {
        return choice.runsHere() ? ServedAgent.start(web, choice.fake(), AgentScript.practice(), Set.of(), 0) : null;
    }

    private void serve(SocketRuntime web, BridgeConfig config, CallControl control) throws IOException {
        try (Bridge started = Bridge.start(config, web, callSid -> event -> {}, control)) {
            StopSignals stop = StopSignals.listen(process.signals(), () -> started.drain(0));
            terminal.results()
                    .println("bridge: " + started.webhookUrl() + " answers with "
                            + config.agent().name());
            stop.await();
            drain(started);
            stop.finished();
        }
    }

    /** No new call is accepted, and running calls get time to end, unless somebody asks again. */
    private void drain(Bridge started) {
        int calls = started.activeCalls();
        if (calls > 0) {
            terminal.say("bridge: going down; " + calls + (calls == 1 ? " call has " : " calls have ")
                    + Bridge.DRAIN_MS / 1_000 + " s to end; Ctrl-C again ends at once");
        }
        started.drain(Bridge.DRAIN_MS);
    }
}
