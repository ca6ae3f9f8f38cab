package dev.sidetone.bridge.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import dev.sidetone.bridge.json.JsonText;
import java.util.Set;

/**
 * The meaning of GPT-Live's error codes. Whether a key or an account is refused at the upgrade or by an event is not documented: both are
 * read. Immutable.
 */
final class GptLiveErrors {
    private static final Set<String> KEY = Set.of("invalid_api_key", "account_deactivated");
    private static final Set<String> UNPAID = Set.of("insufficient_quota", "billing_hard_limit_reached");
    private static final Set<String> BROKEN = Set.of("server_error", "internal_error");
    private static final String BUSY = "rate_limit_exceeded";

    private final AgentFailures failures;

    GptLiveErrors(String host) {
        failures = new AgentFailures(host, GptLive.KEY);
    }

    /** Whether {@code error} leaves nothing to go on with; before the session has started that is every error. */
    static boolean isFatal(String code, boolean started) {
        return !started || KEY.contains(code) || UNPAID.contains(code);
    }

    AgentFailure of(JsonNode error) {
        String code = JsonText.of(error.path("code"));
        if (KEY.contains(code)) {
            return failures.badKey();
        }
        if (UNPAID.contains(code)) {
            return failures.unpaid();
        }
        if (code.equals(BUSY)) {
            return failures.busy(code);
        }
        if (BROKEN.contains(code)) {
            return failures.broken(code);
        }
        String param = JsonText.of(error.path("param"));
        return failures.settings(
                JsonText.of(error.path("message"), code) + (param.isEmpty() ? "" : " (" + param + ")"));
    }

    /** The failure behind a session that the service closed for {@code reason}. */
    AgentFailure ofClosed(String reason) {
        return reason.equals("expired") ? failures.tooLong() : failures.broken("it closed the session: " + reason);
    }

    AgentFailure of(int httpStatus, int closeCode, String reason) {
        return failures.of(httpStatus, closeCode, reason);
    }
}
