package dev.sidetone.bridge.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.json.JsonText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a webhook request by name, from a form, a query or the top level of a JSON object.
 *
 * @param fields the decoded values in the order they came; a repeated name has several
 */
public record WebhookFields(Map<String, List<String>> fields) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads {@code application/x-www-form-urlencoded} text; a field that cannot be decoded keeps its raw text. */
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

    /** Reads a query up to its fragment, which is not signed; a field that cannot be decoded keeps its raw text. */
    public static WebhookFields ofQuery(@Nullable String query) {
        return ofForm(query == null ? null : SignedUrl.withoutFragment(query));
    }

    /** Reads the scalar values at the top level of a JSON object; anything else has no fields. */
    public static WebhookFields ofJson(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(text);
            for (Map.Entry<String, JsonNode> field : root.properties()) {
                if (field.getValue().isValueNode()) {
                    fields.put(field.getKey(), List.of(JsonText.of(field.getValue())));
                }
            }
        } catch (JsonProcessingException e) {
            return new WebhookFields(Map.of());
        }
        return new WebhookFields(fields);
    }

    /** {@code CallSid}, or an empty text when there is none. */
    public String callSid() {
        return get("CallSid");
    }

    /** The last value of a field, or an empty text. */
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
