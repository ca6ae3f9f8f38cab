package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Continuation;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a bridge.
 *
 * @param host the address to listen on
 * @param port 0 picks a free one
 * @param loops how many event loops share the work; a call lives on one
 * @param publicUrl the origin at which Twilio reaches the bridge, without a slash at its end; null when it is reached directly
 * @param authToken the key of Twilio's signatures; never printed
 * @param agents provides the agent to connect, anew for every call
 * @param policy the limits and rules of its calls
 */
public record BridgeConfig(
        String host,
        int port,
        int loops,
        @Nullable String publicUrl,
        String authToken,
        AgentSource agents,
        CallPolicy policy) {

    /** A configuration whose agents come from any supplier; an {@link AgentSource} stays one. */
    public BridgeConfig(
            String host,
            int port,
            int loops,
            @Nullable String publicUrl,
            String authToken,
            Supplier<Agent> agents,
            CallPolicy policy) {
        this(
                host,
                port,
                loops,
                publicUrl,
                authToken,
                agents instanceof AgentSource source ? source : agents::get,
                policy);
    }

    /** A configuration with the same agent for every call. */
    public BridgeConfig(
            String host,
            int port,
            int loops,
            @Nullable String publicUrl,
            String authToken,
            Agent agent,
            CallPolicy policy) {
        this(host, port, loops, publicUrl, authToken, (AgentSource) () -> agent, policy);
    }

    /** A configuration with the default policy. */
    public BridgeConfig(String host, int port, int loops, @Nullable String publicUrl, String authToken, Agent agent) {
        this(host, port, loops, publicUrl, authToken, agent, CallPolicy.defaults());
    }

    /** The agent of a call that begins now. */
    public Agent agent() {
        return agents.get();
    }

    /**
     * An agent to connect.
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

        /** The same for a session that goes on with a call; null is a call that begins. */
        Agent continuing(@Nullable Continuation continuation) {
            return continuation == null
                    ? this
                    : new Agent(name, service, endpoint, key, settings.continuing(continuation));
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
