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

    /** In lower case: a header's name or a media type is written so, and what was in it. */
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
                redacted = without(secret, low, at, redacted);
                low = without(secret, low, at, low);
            }
        }
        return redacted;
    }

    /** {@code text} without what stands where {@code low}, the same in lower case, has {@code secret}. */
    private static String without(String secret, String low, int first, String text) {
        StringBuilder left = new StringBuilder(text.length());
        int from = 0;
        for (int at = first; at >= 0; at = low.indexOf(secret, from)) {
            left.append(text, from, at).append(REDACTED);
            from = at + secret.length();
        }
        return left.append(text, from, text.length()).toString();
    }

    /** In lower case, sign by sign: as long as the text, unlike the library's. */
    private static String lower(String text) {
        char[] signs = text.toCharArray();
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Character.toLowerCase(signs[i]);
        }
        return new String(signs);
    }
}
