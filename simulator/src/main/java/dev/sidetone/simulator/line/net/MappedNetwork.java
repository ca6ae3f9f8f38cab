package dev.sidetone.simulator.line.net;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A network on which a server is elsewhere than its public URLs: dials the origin that stands for each, and notes this once an origin. Owned by
 * one call, on the line thread.
 */
public final class MappedNetwork implements Network {
    private final Network network;
    private final OriginMapping detour;
    private final Consumer<String> notes;
    private final Set<String> noted = new HashSet<>();

    public MappedNetwork(Network network, OriginMapping detour, Consumer<String> notes) {
        this.network = network;
        this.detour = detour;
        this.notes = notes;
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        URI dialled = dialled(url);
        Consumer<HttpAnswer> named =
                came -> answer.accept(came instanceof HttpAnswer.Answered answered ? answered.from(url) : came);
        return network.request(method, dialled, headers(url, dialled, headers), body, named);
    }

    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        URI dialled = dialled(url);
        Consumer<Download> named =
                came -> done.accept(came instanceof Download.Fetched fetched ? fetched.from(url) : came);
        return network.download(dialled, headers(url, dialled, headers), named);
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        URI dialled = dialled(url);
        return network.dial(dialled, headers(url, dialled, headers), listener);
    }

    @Override
    public Route route(URI url) {
        return detour.route(url);
    }

    /** Closes nothing: the way belongs to one call, the network to all. */
    @Override
    public void close() {}

    private URI dialled(URI url) {
        URI dialled = detour.dialled(url);
        if (!dialled.equals(url) && noted.add(OriginMapping.origin(url))) {
            notes.accept(detour.note(url));
        }
        return dialled;
    }

    private static Map<String, String> headers(URI named, URI dialled, Map<String, String> headers) {
        if (dialled.equals(named)) {
            return headers;
        }
        Map<String, String> carried = new LinkedHashMap<>(headers);
        carried.putAll(OriginMapping.proxyHeaders(named));
        return carried;
    }
}
