package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.bridge.time.WallClock;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that a server has set during one call; they are kept until its end, and go to the host that set them and to no other. A cookie that
 * is none, or is too many or too long, is not kept, as in a browser. Owned by its call, on the line thread.
 */
public final class CallCookies {
    /** A site has a few; each is looked through for every further one. */
    static final int MOST_COOKIES = 50;

    /** One {@code Set-Cookie} with its attributes. */
    static final int MOST_COOKIE_CHARS = 4_096;

    /** What servers take in all headers. */
    static final int MOST_HEADER_CHARS = 8_192;

    private static final String SET_COOKIE = "Set-Cookie";
    private static final long NS_PER_S = 1_000_000_000;
    /** A year: no call is longer. */
    private static final long MOST_AGE_S = 31_536_000;

    private final List<Cookie> jar = new ArrayList<>();

    /** Takes the cookies that an answer of {@code url} sets. */
    void take(URI url, HttpHeaders headers, long nowNs) {
        String host = host(url);
        for (String header : headers.allValues(SET_COOKIE)) {
            Cookie cookie = header.length() > MOST_COOKIE_CHARS ? null : cookie(url, host, header, nowNs);
            if (cookie != null) {
                jar.removeIf(cookie::replaces);
                jar.removeIf(kept -> kept.endNs - nowNs <= 0);
                if (cookie.endNs - nowNs > 0 && jar.size() < MOST_COOKIES) {
                    jar.add(cookie);
                }
            }
        }
    }

    /** The cookies that a request to {@code url} carries, those of the longest path first, or an empty string. */
    String of(URI url, long nowNs) {
        StringBuilder header = new StringBuilder();
        jar.stream()
                .filter(cookie -> cookie.endNs - nowNs > 0 && cookie.goesTo(url))
                .sorted(Comparator.comparing(cookie -> -cookie.path.length()))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .forEach(pair -> {
                    String joint = header.isEmpty() ? "" : "; ";
                    if (header.length() + joint.length() + pair.length() <= MOST_HEADER_CHARS) {
                        header.append(joint).append(pair);
                    }
                });
        return header.toString();
    }

    /**
     * A cookie that is kept.
     *
     * @param endNs when it is forgotten
     */
    private record Cookie(String host, String path, String name, String value, boolean secure, long endNs) {
        boolean replaces(Cookie other) {
            return name.equals(other.name) && path.equals(other.path) && host.equals(other.host);
        }

        boolean goesTo(URI url) {
            String asked = CallCookies.path(url);
            boolean within = asked.startsWith(path)
                    && (asked.length() == path.length() || path.endsWith("/") || asked.charAt(path.length()) == '/');
            return within
                    && host.equals(CallCookies.host(url))
                    && (!secure || "https".equalsIgnoreCase(url.getScheme()));
        }
    }

    /** The cookie of a {@code Set-Cookie} header, or null if that is none. */
    private static @Nullable Cookie cookie(URI url, String host, String header, long nowNs) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, Math.max(0, equals)).strip();
        String value = unquoted(parts[0].substring(equals + 1).strip());
        String path = "";
        boolean secure = false;
        Long age = null;
        Long expiry = null;
        for (int i = 1; i < parts.length; i++) {
            int is = parts[i].indexOf('=');
            String attribute =
                    (is < 0 ? parts[i] : parts[i].substring(0, is)).strip().toLowerCase(Locale.ROOT);
            String text = is < 0 ? "" : unquoted(parts[i].substring(is + 1).strip());
            switch (attribute) {
                case "path" -> path = text;
                case "secure" -> secure = true;
                case "max-age" -> age = seconds(text);
                case "expires" -> expiry = secondsUntil(text);
                case "domain" -> {
                    if (!isOf(text, host)) {
                        return null;
                    }
                }
                default -> {}
            }
        }
        if (name.isEmpty()
                || !name.chars().allMatch(CallCookies::isOfName)
                || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return null;
        }
        Long left = age == null ? expiry : age;
        long seconds = left == null ? MOST_AGE_S : Math.max(0, Math.min(MOST_AGE_S, left));
        String from = path.startsWith("/") ? path : folder(path(url));
        return new Cookie(host, from, name, value, secure, nowNs + seconds * NS_PER_S);
    }

    private static boolean isOfName(int c) {
        return c > ' ' && c <= '~' && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Whether a server of {@code host} may name {@code domain} as its own. */
    private static boolean isOf(String domain, String host) {
        String name = (domain.startsWith(".") ? domain.substring(1) : domain).toLowerCase(Locale.ROOT);
        return name.isEmpty() || host.equals(name) || host.endsWith("." + name);
    }

    private static @Nullable Long seconds(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** From now to a date as HTTP writes it, also with the hyphens of old; null for what is none. */
    @WallClock("dates that a server sends")
    private static @Nullable Long secondsUntil(String date) {
        try {
            Instant end = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.replace('-', ' ')));
            return Duration.between(Instant.now(), end).toSeconds();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    }

    private static String path(URI url) {
        String path = url.getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }
}
