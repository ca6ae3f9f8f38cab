package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.Bridge;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.CallRules;
import dev.sidetone.bridge.socket.Web;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.ServedAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
        footer = {"", "Example: sidetone bridge --port 8080 --agent openai"})
final class BridgeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on (default 8080; 0 picks a free one).",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "HOST",
            description = "The address to listen on (default 127.0.0.1).",
            defaultValue = "127.0.0.1")
    private String host = "";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The https origin that Twilio reaches it at (or SERVER_URL, PUBLIC_HOST).")
    private @Nullable String publicUrl;

    @Option(
            names = "--max-calls",
            paramLabel = "N",
            description = "One call more at a time hears a busy line (default 1000).",
            defaultValue = "1000")
    private int mostCalls;

    @Option(
            names = "--longest",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "A call that lasts longer is told good-bye (default 240m, which is Twilio's own limit).",
            defaultValue = "240m")
    private Duration longest = Duration.ZERO;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description =
                    "practice (default), fake-WIRE, openai, openai-beta, assemblyai, inworld, omni or compatible.",
            defaultValue = "practice")
    private String agent = "";

    @Option(names = "--agent-url", paramLabel = "URL", description = "Where a real agent is: origin and path.")
    private @Nullable String agentUrl;

    @Option(names = "--agent-config", paramLabel = "FILE", description = "The agent's settings, in YAML.")
    private @Nullable Path agentConfig;

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        Settings settings = Settings.read(Path.of(".env"), System.getenv());
        BridgeSettings told = new BridgeSettings(settings);
        String origin = told.origin(publicUrl);
        String token = told.authToken(origin, host);
        AgentChoice choice = AgentChoice.of(agent, agentUrl, agentConfig, settings);
        CallRules rules = told.rules(mostCalls, longest);
        CallControl control = told.control();
        int loops = Runtime.getRuntime().availableProcessors();
        terminal.keepWarnings();
        try (Web web = Web.start(NanoClock.system());
                ServedAgent practice = ServedAgent.start(web, choice.fake(), AgentScript.practice(), Set.of(), 0)) {
            Supplier<BridgeConfig.Agent> dialled = choice.targets(practice);
            serve(web, new BridgeConfig(host, port, loops, origin, token, dialled, rules), control);
        } catch (IOException e) {
            throw new CannotRun(e.getMessage() + ": choose another --port or --listen", e);
        }
        return 0;
    }

    private void serve(Web web, BridgeConfig config, CallControl control) throws IOException {
        try (Bridge bridge = Bridge.start(config, web, callSid -> event -> {}, control)) {
            DrainOnExit.guard(bridge, terminal.progress());
            terminal.results()
                    .println("bridge: " + bridge.webhookUrl() + " answers with "
                            + config.agent().name());
            terminal.untilInterrupted();
        }
    }
}
