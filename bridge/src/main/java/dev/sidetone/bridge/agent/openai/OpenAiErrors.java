package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import java.util.Set;

/** Turns the error codes of OpenAI's protocol into failures. Stateless. Source: OpenAI API reference and its deprecation notice of the beta. */
public final class OpenAiErrors {
    private static final int BAD_KEY = 3000;
    private static final int BAD_REQUEST = 4000;
    private static final String BETA_OFF = "beta_api_shape_disabled";
    private static final Set<String> ENDING =
            Set.of("session_expired", BETA_OFF, "insufficient_quota", "invalid_model", "missing_model");

    private OpenAiErrors() {}

    /** Whether an error event leaves nothing to go on with: the session is over, or was never configured. */
    static boolean isFatal(String code, String param) {
        return ENDING.contains(code) || param.startsWith("session.");
    }

    /** The failure behind an error event that ends everything. */
    public static AgentFailure ofError(AgentFailures failures, String code, String message) {
        return switch (code) {
            case "session_expired" -> failures.tooLong();
            case "insufficient_quota" -> failures.unpaid();
            case "rate_limit_exceeded" -> failures.busy(code);
            case "server_error" -> failures.broken(message.isEmpty() ? code : message);
            case BETA_OFF -> betaOff();
            default -> failures.settings(message);
        };
    }

    static AgentFailure of(AgentFailures failures, int httpStatus, int closeCode, String reason) {
        return switch (closeCode) {
            case BAD_KEY -> failures.badKey();
            case BAD_REQUEST -> reason.contains(BETA_OFF) ? betaOff() : failures.settings(reason);
            default -> failures.of(httpStatus, closeCode, reason);
        };
    }

    private static AgentFailure betaOff() {
        return new AgentFailure(
                AgentFailure.Cause.CONFIG,
                "the agent no longer takes the beta wire",
                "use --agent openai; for a compatible server leave out shape: beta");
    }
}
