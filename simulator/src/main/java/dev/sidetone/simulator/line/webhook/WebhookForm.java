package dev.sidetone.simulator.line.webhook;

import dev.sidetone.simulator.line.plan.CallPlan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The form fields of a voice webhook for an inbound call. Stateless. Source: Twilio docs, voice/api and voice/twiml. */
public final class WebhookForm {
    private static final List<String> PARTIES = List.of("From", "To", "Caller", "Called");
    private static final List<String> PLACES = List.of("City", "State", "Zip", "Country");

    private WebhookForm() {}

    /** Every field of a request while the call has {@code status}; geography is sent even when nothing is known of it. */
    public static Map<String, String> fields(CallPlan plan, String callSid, String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("CallSid", callSid);
        fields.put("AccountSid", plan.accountSid());
        fields.put("From", plan.from());
        fields.put("To", plan.number());
        fields.put("Caller", plan.from());
        fields.put("Called", plan.number());
        fields.put("CallStatus", status);
        fields.put("Direction", "inbound");
        fields.put("ApiVersion", "2010-04-01");
        fields.put("StirVerstat", "TN-Validation-Passed-A");
        for (String party : PARTIES) {
            for (String place : PLACES) {
                fields.put(party + place, "");
            }
        }
        fields.putAll(plan.parameters());
        return fields;
    }

    /** The fields as {@code application/x-www-form-urlencoded}. */
    static String encode(Map<String, String> fields) {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(encode(name) + "=" + encode(value)));
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
