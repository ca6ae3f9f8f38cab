package dev.sidetone.simulator.line.plan;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One call to be placed: who calls whom, at which server, and who signs. Immutable.
 *
 * @param webhook the server's voice URL, http or https
 * @param from the caller's number
 * @param number the number dialled
 * @param parameters further form fields of every webhook request; they win over the usual ones
 * @param accountSid the account that the server sees
 * @param authToken signs the webhook and the stream's handshake
 * @param limit the caller hangs up this long after the call came up; null for no limit
 * @param seed makes SIDs and timestamps repeatable
 */
public record CallPlan(
        URI webhook,
        String from,
        String number,
        Map<String, String> parameters,
        String accountSid,
        String authToken,
        @Nullable Duration limit,
        long seed) {

    /** The account of a call that names none. */
    public static final String TEST_ACCOUNT_SID = "AC51de701e51de701e51de701e51de701e";
    /** Signs the calls of whoever sets no token: a secret to nobody. */
    public static final String TEST_AUTH_TOKEN = "5ide70ne5ide70ne5ide70ne5ide70ne";

    private static final String FROM = "+15550100";
    private static final String NUMBER = "+15550199";

    public CallPlan {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A call to {@code webhook} with everything else left at its default. */
    public static CallPlan to(URI webhook) {
        long seed = ThreadLocalRandom.current().nextLong();
        return new CallPlan(webhook, FROM, NUMBER, Map.of(), TEST_ACCOUNT_SID, TEST_AUTH_TOKEN, null, seed);
    }

    /** The same between other numbers. */
    public CallPlan between(String caller, String dialled) {
        return new CallPlan(webhook, caller, dialled, parameters, accountSid, authToken, limit, seed);
    }

    /** The same with another document to begin with. */
    public CallPlan asking(URI voiceUrl) {
        return new CallPlan(voiceUrl, from, number, parameters, accountSid, authToken, limit, seed);
    }

    /** The same with these further form fields. */
    public CallPlan with(Map<String, String> fields) {
        return new CallPlan(webhook, from, number, fields, accountSid, authToken, limit, seed);
    }

    /** The same for another account. */
    public CallPlan signedBy(String account, String token) {
        return new CallPlan(webhook, from, number, parameters, account, token, limit, seed);
    }

    /** The same, hung up by the caller after {@code most}. */
    public CallPlan lasting(Duration most) {
        return new CallPlan(webhook, from, number, parameters, accountSid, authToken, most, seed);
    }

    /** The same with other dice. */
    public CallPlan seeded(long dice) {
        return new CallPlan(webhook, from, number, parameters, accountSid, authToken, limit, dice);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "CallPlan[" + from + " calls " + number + " at " + webhook + "]";
    }
}
