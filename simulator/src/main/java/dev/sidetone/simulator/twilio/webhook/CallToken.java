package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** The {@code CallToken} of an inbound call: a token that looks like Twilio's and that nobody can verify. Stateless. */
final class CallToken {
    private static final int SIGNATURE_BYTES = 64;

    private CallToken() {}

    /** The token of one call, percent-encoded as it stands in the form before the form's own encoding. */
    static String of(CallPlan plan, String callSid) {
        String header = part("{\"alg\":\"ES256\"}");
        String claims = part("{\"callSid\":\"" + callSid + "\",\"from\":\"" + plan.from() + "\",\"to\":\""
                + plan.number() + "\",\"iat\":\"0\"}");
        byte[] signature = new byte[SIGNATURE_BYTES];
        new Random(callSid.hashCode()).nextBytes(signature);
        String token = header + "." + claims + "." + part(signature);
        String json = "{\"parentCallInfoToken\":\"" + token + "\",\"identityHeaderTokens\":[]}";
        return URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private static String part(String json) {
        return part(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
