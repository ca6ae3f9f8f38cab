package dev.sidetone.bridge.agent.assemblyai;

import dev.sidetone.bridge.agent.AgentError;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import java.util.Locale;
import java.util.Set;

/** The meaning of AssemblyAI's error codes and close codes. Source: its events reference and troubleshooting page. */
final class AssemblyAiErrors {
    private static final int REFUSED = 1008;
    private static final Set<String> KEY = Set.of("unauthorized", "forbidden");
    private static final Set<String> BUSY = Set.of("at_capacity", "concurrency_exceeded");
    private static final Set<String> BROKEN = Set.of("internal_error", "server_error", "agent_timeout");
    private static final String TOO_LONG = "session_expired";
    private static final Set<String> SETTINGS = Set.of("agent_id_not_first", "agent_not_found", "agent_init_failed");

    private final AgentFailures failures;

    AssemblyAiErrors(String host) {
        failures = new AgentFailures(host, AssemblyAi.KEY);
    }

    /** Whether {@code error} leaves nothing to go on with; before the session is ready that is every error. */
    static boolean isFatal(AgentError error, boolean ready) {
        String code = code(error);
        return !ready
                || code.equals(TOO_LONG)
                || code.equals("agent_timeout")
                || KEY.contains(code)
                || BUSY.contains(code)
                || SETTINGS.contains(code);
    }

    AgentFailure of(AgentError error) {
        String code = code(error);
        if (KEY.contains(code)) {
            return failures.badKey();
        }
        if (BUSY.contains(code)) {
            return failures.busy(code);
        }
        if (BROKEN.contains(code)) {
            return failures.broken(code);
        }
        if (code.equals(TOO_LONG)) {
            return failures.tooLong();
        }
        String where = error.param().isEmpty() ? "" : " (" + error.param() + ")";
        return failures.settings(error.words() + where);
    }

    /** A refusal or an end; the code that refuses a key ends a session too that was ready long since. */
    AgentFailure of(int httpStatus, int closeCode, String reason, boolean ready) {
        return closeCode == REFUSED && !ready ? failures.badKey() : failures.of(httpStatus, closeCode, reason);
    }

    private static String code(AgentError error) {
        return error.code().toLowerCase(Locale.ROOT);
    }
}
