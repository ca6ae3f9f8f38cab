package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps a server's public origin to the one that is dialled: a carrier knows and signs public URLs only, and the sockets go to the
 * server on the developer's machine. Immutable.
 */
public final class OriginMapping {
    /** Every URL is dialled as it stands. */
    public static final OriginMapping NONE = new OriginMapping(null, null, StreamOrigin.OFF);

    private final @Nullable URI server;
    private final @Nullable URI publicOrigin;
    private final StreamOrigin streams;

    private OriginMapping(@Nullable URI server, @Nullable URI publicOrigin, StreamOrigin streams) {
        this.server = server;
        this.publicOrigin = publicOrigin;
        this.streams = streams;
    }

    /**
     * A server that is at {@code server}.
     *
     * @param publicOrigin the https origin that it believes it has, or null for the one it is at
     */
    public static OriginMapping to(URI server, @Nullable URI publicOrigin, StreamOrigin streams) {
        return new OriginMapping(server, publicOrigin, streams);
    }

    /** The public form of one of the server's own URLs; its credentials stay. */
    public URI named(URI url) {
        return publicOrigin == null
                ? url
                : moved(url, scheme(publicOrigin), login(url, publicOrigin) + authority(publicOrigin));
    }

    /** The URL that is dialled for {@code named}: the same one where nothing is mapped. */
    public URI dialled(URI named) {
        boolean socket = scheme(named).startsWith("ws");
        URI origin = socket ? streamOrigin(named) : isPublic(named) ? server : null;
        if (origin == null || sameOrigin(origin, named)) {
            return named;
        }
        boolean secure = scheme(origin).equals("https") || scheme(origin).equals("wss");
        return moved(named, (socket ? "ws" : "http") + (secure ? "s" : ""), String.valueOf(origin.getRawAuthority()));
    }

    /** One line about the origin that is dialled for {@code named}, for a person. */
    String note(URI named) {
        boolean noTls = streams.auto() && server != null && Loopback.is(server) && isOwnHostWithTls(server, named);
        return origin(dialled(named)) + " is dialled in place of " + origin(named) + (noTls ? ": --to has no TLS" : "");
    }

    /** The headers by which a proxy in front of the server would pass on the public host and protocol. */
    public static Map<String, String> proxyHeaders(URI named) {
        String host = authority(named);
        String proto = isSecure(named) ? "https" : "http";
        return Map.of("Host", host, "X-Forwarded-Host", host, "X-Forwarded-Proto", proto);
    }

    /** Scheme, host and port of a URL, for a person. */
    public static String origin(URI url) {
        return scheme(url) + "://" + authority(url);
    }

    /** The way to {@code named}. */
    public Route route(URI named) {
        return new Route(named, dialled(named), server, publicOrigin);
    }

    private @Nullable URI streamOrigin(URI named) {
        if (streams.fixed() != null) {
            return streams.fixed();
        }
        URI at = server;
        if (!streams.auto() || at == null) {
            return null;
        }
        boolean away = Loopback.is(at) && (!Loopback.is(named) || isOwnHostWithTls(at, named));
        return away || isPublic(named) ? at : null;
    }

    /** Returns whether {@code named} is the host of {@code at}, with or without its port, but with TLS, which that port has not. */
    private static boolean isOwnHostWithTls(URI at, URI named) {
        boolean ownPort = named.getPort() < 0 || named.getPort() == port(at);
        return ownPort && isSecure(named) && !isSecure(at) && Loopback.isSame(at.getHost(), named.getHost());
    }

    private boolean isPublic(URI named) {
        return publicOrigin != null && sameOrigin(publicOrigin, named);
    }

    /** Returns whether host and port are the same; wss is on https's port. */
    private static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(String.valueOf(other.getHost()))
                && port(one) == port(other)
                && isSecure(one) == isSecure(other);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? 443 : 80;
    }

    static boolean isSecure(URI url) {
        return scheme(url).equals("https") || scheme(url).equals("wss");
    }

    private static String scheme(URI url) {
        return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    }

    /** Host and port, without credentials. */
    static String authority(URI url) {
        String whole = String.valueOf(url.getRawAuthority());
        String host = whole.substring(whole.lastIndexOf('@') + 1);
        return host.endsWith(":") ? host.substring(0, host.length() - 1) : host;
    }

    /** Returns whether a colon follows the host, and no port the colon. */
    static boolean lacksPort(URI url) {
        return String.valueOf(url.getRawAuthority()).endsWith(":");
    }

    /** The credentials of the first URL that has some, with the at sign. */
    private static String login(URI... urls) {
        for (URI url : urls) {
            if (url.getRawUserInfo() != null) {
                return url.getRawUserInfo() + "@";
            }
        }
        return "";
    }

    private static URI moved(URI url, String scheme, String authority) {
        String text = url.toString();
        int path = text.indexOf('/', text.indexOf("://") + 3);
        int end = text.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = text.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        int from = path < 0 || path > end ? end : path;
        return URI.create(scheme + "://" + authority + text.substring(from));
    }
}
