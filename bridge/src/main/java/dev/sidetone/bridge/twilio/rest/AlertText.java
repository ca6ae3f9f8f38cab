package dev.sidetone.bridge.twilio.rest;

import dev.sidetone.bridge.text.ForeignText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Extracts the message from an alert's text, which is a form in most alerts and plain in some. Stateless. */
final class AlertText {
    private static final List<String> MESSAGES = List.of("msg", "parsermessage", "message");
    private static final int MOST = 500;

    private AlertText() {}

    /** The message in one sentence or two. */
    static String read(@Nullable String text) {
        String whole = text == null ? "" : text.strip();
        return cut(isForm(whole) ? message(fields(whole), whole) : whole);
    }

    /** Returns whether {@code text} is names, each with a value perhaps; one name alone is a word. Read by hand: an alert may be of any length. */
    private static boolean isForm(String text) {
        String[] pairs = text.split("&", -1);
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (name.isEmpty() || !name.chars().allMatch(AlertText::isNamePart)) {
                return false;
            }
        }
        return (pairs.length > 1 || text.contains("=")) && text.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isNamePart(int sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
    }

    private static String message(Map<String, String> fields, String whole) {
        List<String> parts = new ArrayList<>();
        MESSAGES.stream()
                .map(name -> fields.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .forEach(parts::add);
        add(parts, "HTTP ", fields.getOrDefault("httpresponse", ""));
        add(parts, "", fields.getOrDefault("url", ""));
        return parts.isEmpty() ? whole : String.join("; ", parts);
    }

    private static void add(List<String> parts, String before, String value) {
        boolean known = parts.stream().anyMatch(part -> part.contains(value));
        if (!value.isBlank() && !known) {
            parts.add(before + value);
        }
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(
                        pair.substring(0, equals).toLowerCase(Locale.ROOT), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String cut(String text) {
        return ForeignText.redacted(text, MOST);
    }
}
