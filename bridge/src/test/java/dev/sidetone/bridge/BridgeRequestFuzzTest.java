package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.twilio.SignatureValidator;
import dev.sidetone.fuzz.FuzzedReader;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** HTTP requests to the bridge: method, path and query in the first line, headers, an empty line, the body. */
final class BridgeRequestFuzzTest extends FuzzedReader {
    private final ManualTimers time = new ManualTimers(1_000_000_000L);
    private final MemoryNetwork net = new MemoryNetwork(time, 0);
    private final BridgeRoutes local = routes(null);
    private final BridgeRoutes inPublic = routes("https://voice.example.com");

    private static BridgeRoutes routes(@org.jspecify.annotations.Nullable String publicUrl) {
        BridgeConfig.Agent agent = new BridgeConfig.Agent(
                "a", OpenAi.REALTIME, URI.create("ws://agent/v1"), "k", OpenAi.REALTIME.defaults());
        return new BridgeRoutes(
                new BridgeConfig(
                        "127.0.0.1", 0, 1, publicUrl, SignatureValidator.TEST_TOKEN, agent, CallPolicy.defaults()),
                sid -> event -> {});
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) {
        String[] parts = text(input).split("\n\n", 2);
        String[] head = parts[0].split("\n", -1);
        String[] first = head[0].split(" ", 2);
        String target = first.length == 2 ? first[1] : "/voice";
        int query = target.indexOf('?');
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        head[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        head[i].substring(colon + 1).strip());
            }
        }
        RequestHandler.Request request = new RequestHandler.Request(
                first[0],
                query < 0 ? target : target.substring(0, query),
                query < 0 ? null : target.substring(query + 1),
                headers,
                parts.length == 2 ? parts[1] : "",
                "127.0.0.1");
        for (BridgeRoutes routes : new BridgeRoutes[] {local, inPublic}) {
            routes.answer(request, net);
            if (routes.upgrade(request, net) instanceof RequestHandler.Upgrade.Accept accepted) {
                accepted.listener().onFailed(0, "nobody connects", time.nowNs());
            }
        }
        time.advance(60_000_000_000L);
    }
}
