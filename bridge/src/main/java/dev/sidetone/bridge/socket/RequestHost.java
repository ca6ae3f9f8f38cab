package dev.sidetone.bridge.socket;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host that a request names: a name or an address, and a port perhaps. Immutable.
 *
 * @param name in lower case; an address of IPv6 stands in brackets
 * @param port its digits, or an empty text
 */
public record RequestHost(String name, String port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]++]|[0-9A-Za-z._-]++)(?::([0-9]{1,5}))?");

    /** Reads the value of a {@code Host} header; null where it is anything but one host, with or without a port. */
    public static @Nullable RequestHost of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String port = parts.group(2);
        return new RequestHost(parts.group(1).toLowerCase(Locale.ROOT), port == null ? "" : port);
    }

    /** The host of a page's origin as browsers name one, in lower case; null for {@code null}, for an empty text and for anything else. */
    public static @Nullable RequestHost ofOrigin(String page) {
        boolean web = page.startsWith("http://") || page.startsWith("https://");
        return web ? of(page.substring(page.indexOf("://") + 3)) : null;
    }
}
