package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.agent.AgentFailure;
import java.util.Set;

/** What OpenAI's refusals, closes and errors mean to the person who runs the bridge. */
final class OpenAiFailures {
    private static final int BAD_KEY = 3000;
    private static final int BETA_OFF = 4000;
    private static final Set<String> ENDING =
            Set.of("session_expired", "beta_api_shape_disabled", "insufficient_quota");

    private OpenAiFailures() {}

    /** Whether an error event leaves nothing to go on with: the session is over, or was never configured. */
    static boolean isFatal(String code, String param) {
        return ENDING.contains(code) || param.startsWith("session.");
    }

    static AgentFailure ofError(String code, String message) {
        return switch (code) {
            case "session_expired" ->
                new AgentFailure("agent-died", "the agent's session reached its maximum length", "keep calls shorter");
            case "insufficient_quota" ->
                new AgentFailure("agent-busy", "the agent's account has no quota left", "check its billing");
            default ->
                new AgentFailure(
                        "agent-config", "the agent refused its settings: " + message, "correct the agent's settings");
        };
    }

    static AgentFailure of(String host, int httpStatus, int closeCode, String reason) {
        if (closeCode == BAD_KEY || httpStatus == 401 || httpStatus == 403) {
            return new AgentFailure(
                    "agent-auth", "the agent at " + host + " refused the key", "check OPENAI_API_KEY and its access");
        }
        if (httpStatus == 429) {
            return new AgentFailure("agent-busy", "the agent at " + host + " is at its limit (429)", "try again later");
        }
        if (closeCode == BETA_OFF) {
            return new AgentFailure(
                    "agent-config", "the agent at " + host + " no longer takes the beta wire", "use the GA wire");
        }
        if (httpStatus != 0) {
            return new AgentFailure(
                    "agent-config",
                    "the agent at " + host + " answered the upgrade with HTTP " + httpStatus,
                    "check --agent-url: origin and path of a Realtime endpoint");
        }
        if (closeCode != 0) {
            return new AgentFailure(
                    "agent-died",
                    "the agent at " + host + " closed the connection in mid-call (" + closeCode + ")",
                    "look at the agent's own log");
        }
        return new AgentFailure(
                "agent-unreachable",
                "the agent at " + host + " cannot be reached: " + reason,
                "check --agent-url and that the agent runs");
    }
}
