package dev.sidetone.simulator.twilio.webhook;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's connection overrides, which a webhook's URL may carry in its fragment; they are neither sent nor signed. Source: Twilio docs,
 * usage/webhooks/webhooks-connection-overrides. {@code sni} and {@code e} are taken and change nothing here.
 *
 * @param attemptMs limit of one attempt: connecting and waiting for the answer
 * @param totalMs limit of all attempts
 * @param retries how many attempts may follow the first
 * @param retryOn what they may follow: {@code ct}, {@code rt}, {@code 4xx}, {@code 5xx}, {@code all}
 */
record ConnectionOverrides(long attemptMs, long totalMs, long retries, Set<String> retryOn) {
    private static final long MOST_MS = 15_000;
    private static final long CONNECT_MS = 5_000;
    private static final long LEAST_MS = 100;

    /** Reads the fragment of {@code url}; what is missing or nonsense has Twilio's default. */
    static ConnectionOverrides of(URI url) {
        Map<String, String> said = said(url.getRawFragment());
        long totalMs = number(said.get("tt"), LEAST_MS, MOST_MS, MOST_MS);
        long readMs = number(said.get("rt"), LEAST_MS, MOST_MS, MOST_MS);
        long connectMs = number(said.get("ct"), LEAST_MS, MOST_MS, CONNECT_MS);
        Set<String> retryOn = Set.copyOf(
                List.of(said.getOrDefault("rp", "ct").toLowerCase(Locale.ROOT).split(",")).stream()
                        .distinct()
                        .toList());
        return new ConnectionOverrides(
                Math.min(totalMs, connectMs + readMs), totalMs, number(said.get("rc"), 0, 5, 1), retryOn);
    }

    boolean retriesOn(String kind) {
        return retryOn.contains(kind) || retryOn.contains("all");
    }

    private static Map<String, String> said(@Nullable String fragment) {
        Map<String, String> said = new HashMap<>();
        for (String part : fragment == null ? new String[0] : fragment.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                said.put(part.substring(0, equals), part.substring(equals + 1).replace("%2C", ","));
            }
        }
        return said;
    }

    private static long number(@Nullable String text, long least, long most, long otherwise) {
        if (text == null || !text.matches("\\d{1,6}")) {
            return otherwise;
        }
        return Math.max(least, Math.min(most, Long.parseLong(text)));
    }
}
