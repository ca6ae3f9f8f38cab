package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises hosts that are this machine by their name. Stateless. */
public final class Loopback {
    private static final Set<String> USUAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /** Returns whether the host of {@code url} is this machine. */
    public static boolean is(URI url) {
        return is(url.getHost());
    }

    /** Returns whether two hosts are one: the same name, or two of the usual names of this machine. */
    static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other) || (isUsual(one) && isUsual(other));
    }

    private static boolean isUsual(String host) {
        return USUAL.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Returns whether {@code host} is this machine. */
    public static boolean is(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("::1")
                || name.equals("[::1]");
    }
}
