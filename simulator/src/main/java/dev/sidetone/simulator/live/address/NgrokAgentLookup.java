package dev.sidetone.simulator.live.address;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tunnels of the ngrok agents on this machine by the local interface in which each lists its own. The first agent takes port
 * 4040, each further one the next free port. Source: ngrok docs, agent/api. Blocks; stateless.
 */
final class NgrokAgentLookup {
    static final List<Integer> PORTS = List.of(4040, 4041, 4042, 4043, 4044, 4045);

    private NgrokAgentLookup() {}

    /**
     * Finds a tunnel to {@code port}.
     *
     * @param domain the domain to prefer among several tunnels, or null
     * @param interfaces the ports of the local interfaces
     * @param client asks them
     */
    static LookupResult find(int port, @Nullable String domain, List<Integer> interfaces, LocalJsonClient client) {
        List<String> origins = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int each : interfaces) {
            JsonNode listed = client.json(each, "/api/tunnels");
            if (listed != null) {
                listed.path("tunnels").forEach(tunnel -> sort(tunnel, port, origins, others));
            }
        }
        String wanted = domain == null ? "" : "https://" + domain;
        String chosen =
                origins.contains(wanted) ? wanted : origins.stream().findFirst().orElse(null);
        return new LookupResult(
                chosen == null ? null : new PublicAddress(chosen, PublicAddress.Source.NGROK_AGENT), others);
    }

    private static void sort(JsonNode tunnel, int port, List<String> origins, List<String> others) {
        String url = JsonText.of(tunnel.path("public_url"));
        String upstream = JsonText.of(tunnel.path("config").path("addr"));
        if (!url.matches("https?://[^/?#@\\s]+/?") || url.matches(".*\\.internal/?")) {
            return;
        }
        String origin = url.replaceFirst("/$", "");
        if (Upstream.port(upstream) != port) {
            others.add("an ngrok tunnel leads to " + upstream + ", not to port " + port);
        } else if (Upstream.isTls(upstream)) {
            others.add("an ngrok tunnel speaks https to port " + port + ", where the bridge speaks http");
        } else if (origin.startsWith("https:")) {
            origins.add(origin);
        } else {
            others.add("an ngrok tunnel to port " + port + " is http only (" + origin + ")");
        }
    }
}
