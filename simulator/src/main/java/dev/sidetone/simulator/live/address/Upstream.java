package dev.sidetone.simulator.live.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the target of a tunnel, as its program writes it: {@code http://localhost:8080}, {@code localhost:8080}, {@code 8080}. Stateless. */
final class Upstream {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(?<scheme>https?)://)?(?:(?<host>[^/?#:\\[]+|\\[[^]]*])(?::(?<port>\\d{1,5}))?)(?:/.*)?");

    private Upstream() {}

    /** Returns the port, or −1 where there is none. */
    static int port(String written) {
        String text = written.strip();
        if (text.matches("\\d{1,5}")) {
            return Integer.parseInt(text);
        }
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return -1;
        }
        String port = shape.group("port");
        return port == null ? defaultPort(shape.group("scheme")) : Integer.parseInt(port);
    }

    /** Returns true where the tunnel connects by TLS, which the bridge does not speak itself. */
    static boolean isTls(String written) {
        return written.strip().startsWith("https:");
    }

    private static int defaultPort(@Nullable String scheme) {
        return scheme == null ? -1 : scheme.equals("https") ? 443 : 80;
    }
}
