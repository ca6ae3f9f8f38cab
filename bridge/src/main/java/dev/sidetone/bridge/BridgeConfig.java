package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge is told at its start.
 *
 * @param host the address to listen on
 * @param port 0 picks a free one
 * @param loops how many event loops share the work; a call lives on one
 * @param publicUrl the origin that Twilio reaches the bridge at, without a slash at its end, or null when it is dialled directly
 * @param authToken signs Twilio's requests; never printed
 * @param agents tells whom to dial, anew for every call
 * @param rules what is done with calls, whoever the agent is
 */
public record BridgeConfig(
        String host,
        int port,
        int loops,
        @Nullable String publicUrl,
        String authToken,
        AgentSource agents,
        CallPolicy rules) {

    /** With agents that come from anywhere; an {@link AgentSource} stays one. */
    public BridgeConfig(
            String host,
            int port,
            int loops,
            @Nullable String publicUrl,
            String authToken,
            Supplier<Agent> agents,
            CallPolicy rules) {
        this(host, port, loops, publicUrl, authToken, agents instanceof AgentSource book ? book : agents::get, rules);
    }

    /** With the same agent for every call. */
    public BridgeConfig(
            String host,
            int port,
            int loops,
            @Nullable String publicUrl,
            String authToken,
            Agent agent,
            CallPolicy rules) {
        this(host, port, loops, publicUrl, authToken, (AgentSource) () -> agent, rules);
    }

    /** With the usual rules. */
    public BridgeConfig(String host, int port, int loops, @Nullable String publicUrl, String authToken, Agent agent) {
        this(host, port, loops, publicUrl, authToken, agent, CallPolicy.usual());
    }

    /** Whom a call that begins now dials. */
    public Agent agent() {
        return agents.get();
    }

    /**
     * The agent to dial.
     *
     * @param name as in {@code --agent}
     * @param service the service that it is, or speaks like
     * @param endpoint origin and path
     * @param key the vendor's key; never printed
     */
    public record Agent(String name, AgentService service, URI endpoint, String key, AgentSettings settings) {
        /** An agent that speaks OpenAI's wire. */
        public Agent(String name, URI endpoint, String key, AgentSettings settings) {
            this(name, OpenAi.REALTIME, endpoint, key, settings);
        }

        /** A dialect for one conversation with it. */
        public AgentDialect dialect() {
            return service.dialects().open(endpoint, key, settings);
        }

        /** The same for a session that goes on with a call in which {@code soFar} was said; null is a call that begins. */
        Agent continuing(@Nullable List<String> soFar) {
            return soFar == null ? this : new Agent(name, service, endpoint, key, settings.continuing(soFar));
        }

        @Override
        public String toString() {
            return "Agent[" + name + " at " + endpoint + "]";
        }
    }

    @Override
    public String toString() {
        return "BridgeConfig[" + host + ":" + port + ", public " + publicUrl + ", " + agent() + "]";
    }
}
