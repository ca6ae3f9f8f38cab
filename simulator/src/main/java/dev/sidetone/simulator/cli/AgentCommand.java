package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.socket.Web;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.ServedAgent;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sidetone agent}: a fake agent for any bridge to dial. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Runs a fake agent for any bridge to dial, until Ctrl-C.",
        footer = {"", "Example: sidetone agent openai --port 9090 --endpointing 300ms"})
final class AgentCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WIRE", description = "The wire it speaks: openai.")
    private String wire = "";

    @Option(names = "--port", description = "The port to listen on (default: a free one).", defaultValue = "0")
    private int port;

    @Option(
            names = "--endpointing",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How much silence ends the caller's turn (default 500ms).",
            defaultValue = "500ms")
    private Duration endpointing = Duration.ZERO;

    @Option(
            names = "--think",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How long it thinks before it answers (default 150ms).",
            defaultValue = "150ms")
    private Duration think = Duration.ZERO;

    @Mixin
    private Terminal terminal = new Terminal();

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        if (!wire.equals("openai")) {
            throw new WrongSetting("no agent speaks " + wire + "; there is: openai");
        }
        terminal.keepWarnings();
        AgentScript script =
                AgentScript.practice().withEndpointingMs(endpointing.toMillis()).withThinkMs(think.toMillis());
        try (Web web = Web.start(NanoClock.system());
                ServedAgent agent = ServedAgent.start(web, script, port)) {
            terminal.results().println("agent: " + agent.url() + " (any key but \"bad\")");
            terminal.untilInterrupted();
        } catch (IOException e) {
            throw new CannotRun(e.getMessage() + ": choose another --port", e);
        }
        return 0;
    }
}
