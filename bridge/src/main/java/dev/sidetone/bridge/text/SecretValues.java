package dev.sidetone.bridge.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * The values of all secret settings that this process knows, in every encoding in which one may come back. Process-wide, since a
 * secret of one call is a secret in every other call and in every window. For any thread.
 */
final class SecretValues {
    static final String REDACTED = "[redacted]";

    /** Shorter ones are words, numbers and names too. */
    private static final int FEWEST_CHARS = 8;
    /** A process has a handful; a test's may set up many after each other. */
    private static final int MOST = 1_000;

    private static volatile List<String> spellings = List.of();

    private SecretValues() {}

    static void add(String secret) {
        if (secret.length() < FEWEST_CHARS || spellings.contains(secret)) {
            return;
        }
        addAll(List.of(
                secret,
                secret.replace("\\", "\\\\").replace("\"", "\\\""),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
    }

    /** The longest first: one may be part of another. */
    private static synchronized void addAll(List<String> secret) {
        List<String> all = new ArrayList<>(spellings);
        secret.stream().filter(spelling -> !all.contains(spelling)).forEach(all::add);
        while (all.size() > MOST) {
            all.remove(all.size() - 1);
        }
        all.sort(Comparator.comparingInt(String::length).reversed());
        spellings = List.copyOf(all);
    }

    static String redact(String text) {
        if (text.length() < FEWEST_CHARS) {
            return text;
        }
        String redacted = text;
        for (String secret : spellings) {
            if (redacted.length() >= secret.length() && redacted.contains(secret)) {
                redacted = redacted.replace(secret, REDACTED);
            }
        }
        return redacted;
    }
}
