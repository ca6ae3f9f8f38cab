package dev.sidetone.simulator.line.net;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The way to one URL: the address that a document names, the one that is dialled for it, and the options by which the person who makes
 * the call can have another one dialled. Immutable.
 *
 * @param named the URL as the server wrote it
 * @param dialled the URL that the socket goes to
 * @param server the server under test, or null when nobody said where it is
 * @param publicOrigin the origin that the server believes it has, or null when nobody said
 */
public record Route(URI named, URI dialled, @Nullable URI server, @Nullable URI publicOrigin) {
    /** An origin that shows how one is written. */
    private static final String SOME_STREAM_ORIGIN = "--stream-origin ws://localhost:3001";

    /** The way to a URL that is dialled as it stands. */
    public static Route direct(URI url) {
        return new Route(url, url, null, null);
    }

    /** The dialled address, with the named one where it is another. */
    public String place() {
        return isDetour() ? dialled + " (in place of " + named + ")" : dialled.toString();
    }

    /** Host and port of the dialled address, with the named origin where it is another. */
    public String host() {
        String host = OriginMapping.authority(dialled) + (OriginMapping.lacksPort(dialled) ? ":" + usualPort() : "");
        return isDetour() ? host + " (in place of " + OriginMapping.origin(named) + ")" : host;
    }

    /** What is wrong with a URL that ends in its host's colon, to follow a place that nobody listens at; else empty. */
    public String withoutPort() {
        return OriginMapping.lacksPort(dialled)
                ? ": " + UrlCredentials.redact(dialled.toString()) + " has no port behind its colon, which means "
                        + usualPort()
                : "";
    }

    /** The cure of the same, with a blank behind it; else empty. */
    public String portCure() {
        String path = dialled.getRawPath();
        return OriginMapping.lacksPort(dialled)
                ? "Write the server's port, as in " + OriginMapping.origin(dialled) + ":3000" + path + ". "
                : "";
    }

    private int usualPort() {
        return OriginMapping.isSecure(dialled) ? 443 : 80;
    }

    /**
     * The address by which the server's own settings are judged, without credentials: the named one where its public origin is known; else the
     * dialled one, for what was not dialled is not at fault.
     */
    public String judged() {
        return UrlCredentials.redact((publicOrigin == null ? dialled : named).toString());
    }

    /** Returns whether a server on this machine is called. */
    public boolean isToThisMachine() {
        return server != null && Loopback.is(server);
    }

    /** The option that sends streams to the server under test, or null where they go there already or it is public. */
    public @Nullable String toServersOrigin() {
        URI at = server;
        if (at == null || isPublic(at) || OriginMapping.authority(at).equals(OriginMapping.authority(dialled))) {
            return null;
        }
        return "--stream-origin ws" + (OriginMapping.isSecure(at) ? "s" : "") + "://" + OriginMapping.authority(at);
    }

    /** The option that dials the same address without TLS, or null where it is neither this machine nor a server that is called without. */
    public @Nullable String withoutTls() {
        boolean plain = server != null
                && !isPublic(server)
                && server.getHost().equalsIgnoreCase(String.valueOf(dialled.getHost()));
        return plain || Loopback.is(dialled) ? "--stream-origin ws://" + OriginMapping.authority(dialled) : null;
    }

    /** Whoever is called without TLS is in one's own network. */
    private static boolean isPublic(URI url) {
        return OriginMapping.isSecure(url) && !Loopback.is(url);
    }

    /** The option that dials another port of this machine, as an example, or null where a server elsewhere is called. */
    public @Nullable String elsewhere() {
        return isToThisMachine() ? SOME_STREAM_ORIGIN : null;
    }

    /** The option that names the public origin in which the server seems to believe, or null where it is set or there is none. */
    public @Nullable String asNamed() {
        boolean missing = isToThisMachine() && publicOrigin == null && OriginMapping.isSecure(named);
        return missing && !isServers() && !isDetourOfLoopback()
                ? "--as https://" + OriginMapping.authority(named)
                : null;
    }

    /** The option that names a public origin: the server's where it is known, else an example; null where one is set. */
    public @Nullable String asPublic() {
        String known = asNamed();
        return known != null || !isToThisMachine() || publicOrigin != null ? known : "--as https://voice.example.com";
    }

    private boolean isDetour() {
        return !dialled.equals(named);
    }

    private boolean isServers() {
        return server != null
                && OriginMapping.isSecure(server)
                && OriginMapping.authority(server).equals(OriginMapping.authority(named));
    }

    private boolean isDetourOfLoopback() {
        return isDetour() && Loopback.is(named);
    }
}
