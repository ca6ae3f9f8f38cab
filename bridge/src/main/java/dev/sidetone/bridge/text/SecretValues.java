package dev.sidetone.bridge.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** In lower case, because media types and header names are shown in lower case, with whatever a peer put into them. */
    private static volatile List<String> spellings = List.of();

    private SecretValues() {}

    static void add(String secret) {
        if (secret.length() < FEWEST_CHARS || spellings.contains(lower(secret))) {
            return;
        }
        addAll(Stream.of(
                        secret,
                        secret.replace("\\", "\\\\").replace("\"", "\\\""),
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .map(SecretValues::lower)
                .toList());
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
        String low = lower(text);
        for (String secret : spellings) {
            int at = low.indexOf(secret);
            if (at >= 0) {
                redacted = replaced(secret, low, at, redacted);
                low = replaced(secret, low, at, low);
            }
        }
        return redacted;
    }

    /** Replaces {@code secret} wherever {@code low}, the text in lower case, contains it. */
    private static String replaced(String secret, String low, int first, String text) {
        StringBuilder left = new StringBuilder(text.length());
        int from = 0;
        for (int at = first; at >= 0; at = low.indexOf(secret, from)) {
            left.append(text, from, at).append(REDACTED);
            from = at + secret.length();
        }
        return left.append(text, from, text.length()).toString();
    }

    /** Keeps the length, which {@link String#toLowerCase()} may change: places in the text stay the same. */
    private static String lower(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = Character.toLowerCase(characters[i]);
        }
        return new String(characters);
    }
}
