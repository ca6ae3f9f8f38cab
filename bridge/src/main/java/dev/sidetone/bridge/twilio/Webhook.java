package dev.sidetone.bridge.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A webhook's form: {@code application/x-www-form-urlencoded} fields by name.
 *
 * @param fields decoded, in the order they came; of a repeated name the last
 */
public record Webhook(Map<String, String> fields) {

    /** Reads a form body; a field that cannot be decoded keeps its raw text. */
    public static Webhook ofForm(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Webhook(fields);
    }

    /** {@code CallSid}, or empty when the sender is not Twilio. */
    public String callSid() {
        return fields.getOrDefault("CallSid", "");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
