package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.Refusals;
import java.util.Set;

/** What the codes of OpenAI's protocol mean. Stateless. Source: OpenAI API reference and its deprecation notice of the beta. */
public final class OpenAiRefusals {
    private static final int BAD_KEY = 3000;
    private static final int BETA_OFF = 4000;
    private static final Set<String> ENDING =
            Set.of("session_expired", "beta_api_shape_disabled", "insufficient_quota");

    private OpenAiRefusals() {}

    /** Whether an error event leaves nothing to go on with: the session is over, or was never configured. */
    static boolean isFatal(String code, String param) {
        return ENDING.contains(code) || param.startsWith("session.");
    }

    /** The failure behind an error event that ends everything. */
    public static AgentFailure ofError(Refusals refusals, String code, String message) {
        return switch (code) {
            case "session_expired" -> refusals.tooLong();
            case "insufficient_quota" -> refusals.unpaid();
            case "rate_limit_exceeded" -> refusals.busy(code);
            case "server_error" -> refusals.broken(code);
            case "beta_api_shape_disabled" -> betaOff();
            default -> refusals.settings(message);
        };
    }

    static AgentFailure of(Refusals refusals, int httpStatus, int closeCode, String reason) {
        return switch (closeCode) {
            case BAD_KEY -> refusals.badKey();
            case BETA_OFF -> betaOff();
            default -> refusals.of(httpStatus, closeCode, reason);
        };
    }

    private static AgentFailure betaOff() {
        return new AgentFailure(
                AgentFailure.Cause.CONFIG,
                "the agent no longer takes the beta wire",
                "use --agent openai; for a compatible server leave out shape: beta");
    }
}
