package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.Site;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says at its closed door, in plain HTTP: the JSON that OpenAI and Omni document, which Inworld's events have too. Stateless,
 * for any thread.
 */
final class DoorWords {
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    /** In seconds, as the header wants it. */
    private static final String RETRY_AFTER = "1";

    private DoorWords() {}

    /** Refused as it is; {@code code} may be null. */
    static Site.Upgrade.Refuse refusal(int status, @Nullable String code, String message) {
        return refusal(status, code, message, Map.of());
    }

    /** Refused for now. */
    static Site.Upgrade.Refuse busy(String code, String message) {
        return refusal(TOO_MANY, code, message, Map.of("Retry-After", RETRY_AFTER));
    }

    private static Site.Upgrade.Refuse refusal(
            int status, @Nullable String code, String message, Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type(status))
                .putNull("param")
                .put("code", code);
        return new Site.Upgrade.Refuse(new Site.Response(status, "application/json", body.toString(), headers));
    }

    private static String type(int status) {
        return switch (status) {
            case TOO_MANY -> "rate_limit_error";
            case BROKEN -> "server_error";
            default -> "invalid_request_error";
        };
    }
}
