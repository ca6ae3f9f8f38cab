package dev.sidetone.simulator.twilio.plan;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of a stream's handshake that are Twilio's own. Stateless. */
public final class StreamUpgrade {
    private StreamUpgrade() {}

    /** What is sent when {@code url} is dialled, which is signed as it stands unless the plan says otherwise. */
    public static Map<String, String> headers(CallPlan plan, URI url) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "Twilio.TmeWs/1.0");
        headers.put("x-twilio-signature", TwilioSignature.sign(plan.authToken(), signed(plan, url), Map.of()));
        return headers;
    }

    private static String signed(CallPlan plan, URI url) {
        String text = url.toString();
        if (plan.quirks().contains(SignatureQuirk.STREAM_WITHOUT_PORT)) {
            text = text.replaceFirst("^(wss?://[^/]*?):\\d+(?=/|$)", "$1");
        }
        boolean slash = plan.quirks().contains(SignatureQuirk.STREAM_SLASH) && !text.endsWith("/");
        return slash ? text + "/" : text;
    }
}
