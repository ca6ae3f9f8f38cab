package dev.sidetone.bridge.socket;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to be classified by its sender: a program on this machine, a tunnel on it, or a page in its browser. Such a page may reach this
 * machine by any name that its owner gave it.
 *
 * @param ownHost a further name of this machine, such as the one that is listened on, or an empty text
 */
public record LocalRequest(RequestHandler.Request request, String ownHost) {
    /** Written by proxies, tunnels, gateways and content networks, each by its own name for who asked. */
    private static final Set<String> FORWARDING_HEADERS = Set.of(
            "forwarded",
            "forwarded-for",
            "via",
            "x-forwarded",
            "x-real-ip",
            "x-remote-ip",
            "x-remote-addr",
            "x-proxyuser-ip",
            "x-cloud-trace-context",
            "cdn-loop");
    /** The beginnings of such names. */
    private static final List<String> FORWARDING_BEGINS = List.of(
            "x-forwarded-",
            "x-original-",
            "x-envoy-",
            "x-amzn-",
            "x-azure-",
            "x-appengine-",
            "x-arr-",
            "x-vercel-",
            "cf-",
            "fastly-",
            "fly-",
            "tailscale-");
    /** What a browser says of a request that a page of another site, or of another port of this machine, made it send. */
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");
    /** Nobody can register these; containers reach this machine by the last two. */
    private static final Set<String> NAMES =
            Set.of("localhost", "[::1]", "host.docker.internal", "host.containers.internal");

    /**
     * True when its peer's address and the host that it names are this machine's: an allow-list, since a page can give this machine any other
     * name in the DNS. A request without a host names none: a proxy that leaves the host out would let everybody in.
     */
    public boolean isFromHere() {
        return request.fromLoopback() && isOwn(hostName());
    }

    /** True when a program on this machine sent it, or a browser on this machine for a page of one of the origins {@code pages}. */
    public boolean isLocal(Set<String> pages) {
        String page = foreignPage();
        return isFromHere() && !isForwarded() && (page == null ? !isOfAnotherSite() : pages.contains(page));
    }

    /** The origin of another site's page whose browser sent it, in lower case, or null: programs name none, or the server's own. */
    public @Nullable String foreignPage() {
        String page = request.headers().get("origin");
        if (page == null || page.equals("http://" + host()) || page.equals("https://" + host())) {
            return null;
        }
        return page.toLowerCase(Locale.ROOT);
    }

    /** True when a header shows that a tunnel or a proxy forwarded it; without one it may have been forwarded all the same. */
    public boolean isForwarded() {
        return request.headers().keySet().stream()
                .anyMatch(name -> FORWARDING_HEADERS.contains(name)
                        || FORWARDING_BEGINS.stream().anyMatch(name::startsWith)
                        || name.endsWith("client-ip")
                        || name.endsWith("clientip"));
    }

    /** The host that it names, without its port, in lower case; empty when it names none, or anything that is no host. */
    public String hostName() {
        RequestHost named = RequestHost.of(host());
        return named == null ? "" : named.name();
    }

    private boolean isOfAnotherSite() {
        String site = request.headers().getOrDefault("sec-fetch-site", "");
        return OTHER_SITES.contains(site.toLowerCase(Locale.ROOT));
    }

    private boolean isOwn(String name) {
        return NAMES.contains(name)
                || name.endsWith(".localhost")
                || (name.startsWith("127.") && isNumeric(name))
                || (!name.isEmpty() && name.equalsIgnoreCase(ownHost.contains(":") ? "[" + ownHost + "]" : ownHost));
    }

    /** True for digits and dots: of a name that begins like an address there may be any in the DNS. */
    private static boolean isNumeric(String name) {
        return name.chars().allMatch(sign -> sign == '.' || (sign >= '0' && sign <= '9'));
    }

    private String host() {
        return request.headers().getOrDefault("host", "");
    }
}
