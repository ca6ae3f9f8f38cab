package dev.sidetone.simulator.twilio.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of one request, each with all its values. Immutable. */
final class FormFields {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private FormFields() {}

    /** Reads {@code name=value&…}. */
    static FormFields read(String text) throws RestError {
        FormFields form = new FormFields();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.values
                        .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    /** The last value of a parameter; an empty one is none. */
    Optional<String> get(String name) {
        return given(name).filter(value -> !value.isBlank());
    }

    /** The last value of a parameter, also an empty one. */
    Optional<String> given(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** A whole number from {@code least} to {@code most}, or {@code otherwise} when there is none. */
    int number(String name, int least, int most, int otherwise) throws RestError {
        Optional<String> text = get(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().strip().matches("\\d{1,9}")) {
            throw RestError.of(20001, "Parameter '" + name + "' is not valid: " + text.get());
        }
        return Math.max(least, Math.min(most, Integer.parseInt(text.get().strip())));
    }

    private static String decoded(String text) throws RestError {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RestError.of(20001, "The form cannot be read: it has a % without two hexadecimal digits behind it");
        }
    }
}
