package dev.sidetone.simulator;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.socket.Web;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import java.io.IOException;
import java.net.URI;

/** A fake agent on a real socket of this machine. Started and closed from outside the event loops. */
public final class ServedAgent implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final FakeAgent agent;
    private final Web.Listening listening;

    private ServedAgent(FakeAgent agent, Web.Listening listening) {
        this.agent = agent;
        this.listening = listening;
    }

    /**
     * Serves an agent that follows {@code script}, once it has its voice.
     *
     * @param port 0 picks a free one
     * @throws IOException naming the port when it cannot be bound
     */
    public static ServedAgent start(Web web, AgentScript script, int port) throws IOException {
        FakeAgent agent = new FakeAgent(script);
        Web.Listening listening = web.listen(LOOPBACK, port, 1, agent);
        agent.ready().join();
        return new ServedAgent(agent, listening);
    }

    /** Where a bridge dials it. */
    public URI url() {
        return URI.create("ws://" + LOOPBACK + ":" + listening.port() + "/v1/realtime");
    }

    /** The agent as a bridge's setting. */
    public BridgeConfig.Agent target(String name) {
        return new BridgeConfig.Agent(name, url(), "practice", AgentSettings.openAi());
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
