package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.Refusals;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How OpenAI's door is opened: the model in the URL, the key in a header.
 *
 * @param endpoint origin and path
 * @param key goes into the handshake and nowhere else; empty for a server that wants none
 * @param keyName the variable that holds it, or the name that people know it by
 */
record RealtimeDoor(URI endpoint, String key, String keyName) {
    URI url(String model) {
        return model.isEmpty()
                ? endpoint
                : URI.create(endpoint + "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8));
    }

    /** The key's header under {@code others}, which may bring the key in a form of their own. */
    Map<String, String> headers(Map<String, String> others) {
        Map<String, String> headers = new HashMap<>(others);
        boolean brought = others.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
        if (!key.isEmpty() && !brought) {
            headers.put("Authorization", "Bearer " + key);
        }
        return headers;
    }

    Refusals refusals() {
        return new Refusals(endpoint.getAuthority(), keyName);
    }

    @Override
    public String toString() {
        return "RealtimeDoor[" + endpoint + "]";
    }
}
