package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge is told at its start.
 *
 * @param host the address to listen on
 * @param port 0 picks a free one
 * @param loops how many event loops share the work; a call lives on one
 * @param publicUrl the origin that Twilio reaches the bridge at, without a slash at its end, or null when it is dialled directly
 * @param authToken signs Twilio's requests; never printed
 * @param agent whom to dial
 * @param rules what is done with calls, whoever the agent is
 */
public record BridgeConfig(
        String host, int port, int loops, @Nullable String publicUrl, String authToken, Agent agent, CallRules rules) {

    /** With the usual rules. */
    public BridgeConfig(String host, int port, int loops, @Nullable String publicUrl, String authToken, Agent agent) {
        this(host, port, loops, publicUrl, authToken, agent, CallRules.usual());
    }

    /**
     * The agent to dial.
     *
     * @param name as in {@code --agent}
     * @param endpoint origin and path
     * @param key the vendor's key; never printed
     */
    public record Agent(String name, URI endpoint, String key, AgentSettings settings) {
        @Override
        public String toString() {
            return "Agent[" + name + " at " + endpoint + "]";
        }
    }

    @Override
    public String toString() {
        return "BridgeConfig[" + host + ":" + port + ", public " + publicUrl + ", " + agent + "]";
    }
}
