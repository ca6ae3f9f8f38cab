package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Destinations;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A fake agent on a real socket of this machine. Started and closed from outside the event loops. */
public final class ServedAgent implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final FakeAgent agent;
    private final SocketRuntime.Listening listening;

    private ServedAgent(FakeAgent agent, SocketRuntime.Listening listening) {
        this.agent = agent;
        this.listening = listening;
    }

    /** Serves a well-behaved agent on OpenAI's wire that follows {@code script}, once it has its voice. */
    public static ServedAgent start(SocketRuntime web, AgentScript script, int port) throws IOException {
        return start(web, FakeOpenAi.REALTIME, script, Set.of(), port);
    }

    /**
     * Serves an agent that follows {@code script}, once it has its voice.
     *
     * @param port 0 picks a free one
     * @throws IOException naming the port when it cannot be bound
     */
    public static ServedAgent start(
            SocketRuntime web, FakeService service, AgentScript script, Set<AgentFault> faults, int port)
            throws IOException {
        FakeAgent agent = new FakeAgent(service, script, faults);
        SocketRuntime.Listening listening = web.listen(LOOPBACK, port, 1, agent);
        agent.ready().join();
        return new ServedAgent(agent, listening);
    }

    /** The address at which a bridge dials it. */
    public URI url() {
        return URI.create("ws://" + LOOPBACK + ":" + listening.port() + agent.path());
    }

    /** The agent as a bridge's setting, with every tool that is built in: it does only what its script says. */
    public BridgeConfig.Agent target(String name) {
        List<AgentTool> tools = AgentTool.BUILTIN.stream()
                .map(AgentTool::builtin)
                .filter(Objects::nonNull)
                .map(tool -> tool.withDestinations(Destinations.ANY))
                .toList();
        return target(name, agent.service().original().defaults().withTools(tools));
    }

    /** The agent as a bridge's setting, with {@code settings} of its own. */
    public BridgeConfig.Agent target(String name, AgentSettings settings) {
        return new BridgeConfig.Agent(name, agent.service().original(), url(), "practice", settings);
    }

    /** The agent itself, with its own truth about every call. */
    public FakeAgent agent() {
        return agent;
    }

    @Override
    public void close() {
        listening.close();
    }
}
