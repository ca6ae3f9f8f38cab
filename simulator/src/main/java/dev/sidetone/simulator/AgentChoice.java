package dev.sidetone.simulator;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which agent the embedded bridge dials, by the name that a person types. Nothing ever falls from one to another.
 *
 * @param name as in {@code --agent}
 * @param real the real service to dial, or null for the fake that runs in this process
 */
public record AgentChoice(String name, BridgeConfig.@Nullable Agent real) {
    /** The names there are. */
    public static final List<String> NAMES = List.of("practice", "fake-openai", "openai");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String KEY = "OPENAI_API_KEY";

    /** The agent that needs nothing. */
    public static AgentChoice practice() {
        return new AgentChoice("practice", null);
    }

    /**
     * Reads a choice.
     *
     * @param url origin and path in place of the vendor's own, or null
     * @throws WrongSetting naming an unknown agent, a missing key or an address that cannot be
     */
    public static AgentChoice of(String name, @Nullable String url, Settings settings) throws WrongSetting {
        switch (name) {
            case "practice", "fake-openai" -> {
                if (url != null) {
                    throw new WrongSetting("--agent-url is for a real agent; " + name + " runs inside Sidetone");
                }
                return new AgentChoice(name, null);
            }
            case "openai" -> {
                String key = settings.get(KEY)
                        .orElseThrow(() -> new WrongSetting(
                                "--agent openai needs a key: set " + KEY + " in the environment or in .env"));
                URI endpoint = endpoint(url == null ? "wss://api.openai.com/v1/realtime" : url);
                return new AgentChoice(name, new BridgeConfig.Agent(name, endpoint, key, AgentSettings.openAi()));
            }
            default -> throw new WrongSetting("no agent " + name + "; there are: " + String.join(", ", NAMES));
        }
    }

    private static URI endpoint(String url) throws WrongSetting {
        try {
            URI endpoint = new URI(url);
            boolean plainHere =
                    "ws".equals(endpoint.getScheme()) && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
            if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
                throw new WrongSetting(
                        "--agent-url " + url + " must be origin and path only: the query is added to it");
            }
            if (endpoint.getHost() != null && ("wss".equals(endpoint.getScheme()) || plainHere)) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            throw new WrongSetting("--agent-url " + url + " is not a URL: " + e.getReason(), e);
        }
        throw new WrongSetting("--agent-url " + url + " must start with wss:// (ws:// to this machine only)");
    }
}
