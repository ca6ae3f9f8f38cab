package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.socket.SlowMachineException;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentNews;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.cli.option.AgentFaultConverter;
import dev.sidetone.simulator.cli.option.PortOption;
import dev.sidetone.simulator.cli.option.ScriptOption;
import dev.sidetone.simulator.cli.option.TimeConverter;
import dev.sidetone.simulator.findings.AgentSessionCheck;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.rig.FakeServices;
import dev.sidetone.simulator.rig.ServedAgent;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        footer = {
            "",
            "Example: sidetone agent openai --port 9090 --endpointing 300ms",
            "         sidetone agent omni-v2 --fault late-delta"
        })
final class AgentCommand implements Callable<Integer> {
    private static final long LOOK_NS = 1_000_000_000L;

    @Parameters(paramLabel = "WIRE", description = "The wire it speaks: one of ${bundle:fakes}.")
    private String wire = "";

    @Mixin
    private PortOption port = new PortOption(0);

    @Option(
            names = "--endpointing",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "The silence that ends the caller's turn (default 500ms).")
    private @Nullable Duration endpointing;

    @Option(
            names = "--think",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "The pause before it answers (default 150ms).")
    private @Nullable Duration think;

    @Option(
            names = "--reply",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Answer every turn with a tone of that length, for measuring.")
    private @Nullable Duration reply;

    @Option(names = "--greeting", paramLabel = "TEXT", description = "The sentence that it says first.")
    private @Nullable String greeting;

    @Mixin
    private ScriptOption script = new ScriptOption();

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            converter = AgentFaultConverter.class,
            description = "Inject a fault, repeatable: ${bundle:agent-faults}.")
    private List<AgentFault> faults = List.of();

    @Mixin
    private final Terminal terminal;

    AgentCommand(HostProcess process) {
        terminal = new Terminal(process);
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        FakeService service = FakeServices.named(wire)
                .orElseThrow(
                        () -> new WrongSetting("no agent speaks " + wire + "; there are: " + FakeServices.names()));
        AgentScript wanted = wanted();
        terminal.keepWarnings();
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                ServedAgent agent = ServedAgent.start(web, service, wanted, Set.copyOf(faults), port.port())) {
            terminal.results().println("agent: " + agent.url() + " (any key but \"bad\")");
            watch(agent.agent());
        } catch (SlowMachineException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotRun(e.getMessage() + ": choose another --port", e);
        }
        return ExitCode.DONE.number();
    }

    /** Prints what bridges do wrong, and every refusal, until the process is interrupted. */
    private void watch(FakeAgent agent) {
        NanoClock clock = NanoClock.system();
        Map<AgentLog, AgentSessionCheck> watched = new HashMap<>();
        AgentNews news = new AgentNews(agent);
        while (!Thread.currentThread().isInterrupted()) {
            List<AgentLog> sessions = agent.logs();
            watched.keySet().retainAll(sessions);
            for (AgentLog session : sessions) {
                watched.computeIfAbsent(session, AgentSessionCheck::new)
                        .check(clock.nowNs())
                        .forEach(this::print);
            }
            news.lines().forEach(terminal.results()::println);
            Park.forNs(LOOK_NS);
        }
    }

    private void print(Finding finding) {
        terminal.results()
                .println(finding.severity().word() + " " + finding.code() + ": " + finding.what() + " "
                        + finding.cure());
    }

    /** Options over the file over the practice agent. */
    private AgentScript wanted() throws WrongSetting {
        AgentScript wanted = script.script();
        if (reply != null) {
            wanted = wanted.withTurns(List.of(new AgentScript.Turn(
                            AgentScript.practice().thinkMs(), new AgentScript.Utterance.Tone(reply.toMillis()))))
                    .withoutExcuses();
        }
        if (greeting != null) {
            wanted = wanted.withGreeting(new AgentScript.Utterance.Words(greeting));
        }
        if (endpointing != null) {
            wanted = wanted.withEndpointingMs(endpointing.toMillis());
        }
        return think == null ? wanted : wanted.withThinkMs(think.toMillis());
    }
}
