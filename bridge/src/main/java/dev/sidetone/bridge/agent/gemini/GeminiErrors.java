package dev.sidetone.bridge.agent.gemini;

import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import java.util.regex.Pattern;

/**
 * The meaning of Gemini's close frames, whose reason is all that is known of an error. The words are those that Google's service and its
 * libraries' issue threads show; no page lists them.
 */
final class GeminiErrors {
    private static final int NORMAL = 1000;
    private static final int INVALID = 1007;
    private static final int POLICY = 1008;
    private static final int INTERNAL = 1011;

    private static final Pattern KEY = words(
            "api key|api_key|unregistered caller|unauthenticated|permission denied|denied access|access token|credential");
    private static final Pattern UNPAID = words("exceeded your current quota|credit|billing|prepa(id|y)|depleted");
    private static final Pattern BUSY = words("exhausted|rate limit|too many|concurren");
    private static final Pattern TOO_LONG = words("deadline expired|session duration|maximum (session )?duration");

    private final String host;
    private final AgentFailures failures;

    GeminiErrors(String host) {
        this.host = host;
        this.failures = new AgentFailures(host, Gemini.KEY);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }

    /** The refusal of a session, in words alone. */
    AgentFailure of(String reason) {
        return of(0, INVALID, reason, false);
    }

    /** A refusal or an end. */
    AgentFailure of(int httpStatus, int closeCode, String reason, boolean ready) {
        if (httpStatus != 0 || closeCode == 0) {
            return failures.of(httpStatus, closeCode, reason);
        }
        if (KEY.matcher(reason).find()) {
            return failures.badKey();
        }
        if (UNPAID.matcher(reason).find()) {
            return failures.unpaid();
        }
        if (BUSY.matcher(reason).find()) {
            return failures.busy("close code " + closeCode);
        }
        if (TOO_LONG.matcher(reason).find()) {
            return failures.tooLong();
        }
        return switch (closeCode) {
            case INVALID -> failures.settings(named(closeCode, reason));
            case POLICY -> ready ? died(closeCode, reason) : failures.settings(named(closeCode, reason));
            case NORMAL ->
                ready
                        ? died(closeCode, reason)
                        : failures.settings(
                                "it closed the connection at once, as it does for a model that does not talk");
            case INTERNAL -> failures.broken(named(closeCode, reason));
            default -> reason.isEmpty() ? failures.of(httpStatus, closeCode, reason) : died(closeCode, reason);
        };
    }

    private AgentFailure died(int closeCode, String reason) {
        return new AgentFailure(
                AgentFailure.Cause.DIED,
                "the agent at " + host + " closed the connection unasked (" + named(closeCode, reason) + ")",
                "try the call again; should it last, look for the reason in Google's status page and issue threads");
    }

    private static String named(int closeCode, String reason) {
        return "close code " + closeCode + (reason.isEmpty() ? "" : ": " + reason);
    }
}
