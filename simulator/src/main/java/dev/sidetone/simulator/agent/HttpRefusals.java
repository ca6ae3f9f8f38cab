package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.RequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AgentFailures before the upgrade, in plain HTTP, with the JSON that OpenAI and Omni document and Inworld's events have too. Stateless, for
 * any thread.
 */
public final class HttpRefusals {
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    /** In seconds, as the header wants it. */
    private static final String RETRY_AFTER = "1";

    private HttpRefusals() {}

    /** Refused as it is; {@code code} may be null. */
    public static RequestHandler.Upgrade.Refuse refusal(int status, @Nullable String code, String message) {
        return refusal(status, code, message, Map.of());
    }

    /** Refused for now. */
    public static RequestHandler.Upgrade.Refuse busy(String code, String message) {
        return refusal(TOO_MANY, code, message, Map.of("Retry-After", RETRY_AFTER));
    }

    /** Whether {@code request} brings a key, right or wrong, behind {@code scheme} and a space. */
    public static boolean hasKey(RequestHandler.Request request, String scheme) {
        String authorization = request.headers().getOrDefault("authorization", "");
        return authorization.startsWith(scheme)
                && !authorization.substring(scheme.length()).isBlank();
    }

    private static RequestHandler.Upgrade.Refuse refusal(
            int status, @Nullable String code, String message, Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type(status))
                .putNull("param")
                .put("code", code);
        return new RequestHandler.Upgrade.Refuse(
                new RequestHandler.Response(status, "application/json", body.toString(), headers));
    }

    private static String type(int status) {
        return switch (status) {
            case TOO_MANY -> "rate_limit_error";
            case BROKEN -> "server_error";
            default -> "invalid_request_error";
        };
    }
}
