package dev.sidetone.bridge.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook says: fields by name, from a form, a query or the top of a JSON object.
 *
 * @param fields decoded, in the order they came, with every value of a repeated name
 */
public record WebhookFields(Map<String, List<String>> fields) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads {@code application/x-www-form-urlencoded} text, a body or a query; a field that cannot be decoded keeps its raw text. */
    public static WebhookFields ofForm(@Nullable String form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : (form == null ? "" : form).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        return new WebhookFields(fields);
    }

    /** Reads the plain values at the top of a JSON object; of anything else, nothing. */
    public static WebhookFields ofJson(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(text);
            for (Map.Entry<String, JsonNode> field : root.properties()) {
                if (field.getValue().isValueNode()) {
                    fields.put(field.getKey(), List.of(field.getValue().asText()));
                }
            }
        } catch (JsonProcessingException e) {
            return new WebhookFields(Map.of());
        }
        return new WebhookFields(fields);
    }

    /** {@code CallSid}, or empty when the sender is not Twilio. */
    public String callSid() {
        return get("CallSid");
    }

    /** One field, of a repeated name the last, or empty. */
    public String get(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
