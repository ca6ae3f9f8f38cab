package dev.sidetone.simulator.live.address;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tunnels of the cloudflareds on this machine by their metrics servers: {@code /quicktunnel} names a quick tunnel's host, and
 * {@code /config} the target of each host. Source: cloudflare/cloudflared, metrics/metrics.go. Blocks; stateless.
 */
final class CloudflaredLookup {
    static final List<Integer> PORTS = List.of(20241, 20242, 20243, 20244, 20245);

    private CloudflaredLookup() {}

    /**
     * Finds a tunnel to {@code port}.
     *
     * @param interfaces the ports of the local interfaces
     * @param client asks them
     */
    static LookupResult find(int port, List<Integer> interfaces, LocalJsonClient client) {
        List<String> others = new ArrayList<>();
        for (int each : interfaces) {
            JsonNode quick = client.json(each, "/quicktunnel");
            if (quick == null || !quick.path("hostname").isTextual()) {
                continue;
            }
            String host = host(JsonText.of(quick.path("hostname")), client.json(each, "/config"), port, others);
            if (host != null) {
                return new LookupResult(new PublicAddress("https://" + host, PublicAddress.Source.CLOUDFLARED), others);
            }
        }
        return new LookupResult(null, others);
    }

    private static @Nullable String host(String quick, @Nullable JsonNode config, int port, List<String> others) {
        if (config == null) {
            return quick.isEmpty() ? unknown(others) : isHost(quick) ? quick : null;
        }
        int before = others.size();
        for (JsonNode rule : config.path("config").path("ingress")) {
            String host = JsonText.of(rule.path("hostname"), "");
            String leadsTo = JsonText.of(rule.path("service"), "");
            String named = host.isEmpty() ? quick : host;
            if (!isHost(named) || !leadsTo.startsWith("http")) {
                continue;
            }
            if (Upstream.port(leadsTo) == port
                    && !Upstream.isTls(leadsTo)
                    && JsonText.of(rule.path("path"), "").isEmpty()) {
                return named;
            }
            others.add("cloudflared leads " + named + " to " + leadsTo + ", not to http://localhost:" + port);
        }
        return others.size() > before ? null : unknown(others);
    }

    private static @Nullable String unknown(List<String> others) {
        others.add("a named cloudflared tunnel runs and does not report its address here: give it with --public-url");
        return null;
    }

    private static boolean isHost(String text) {
        return text.matches("(?i)[a-z0-9]([a-z0-9.-]*[a-z0-9])?") && text.contains(".");
    }
}
