package dev.sidetone.bridge.socket;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.util.function.Supplier;

/** One site's HTTP servers, one per event loop, all on one port. */
final class SiteServers implements Supplier<Deployable> {
    private final String host;
    private final int asked;
    private final Site site;
    private final Web web;
    private volatile int port;

    /** {@code asked} is a port, or a negative number: the servers that share it share a free port. */
    SiteServers(String host, int asked, Site site, Web web) {
        this.host = host;
        this.asked = asked;
        this.site = site;
        this.web = web;
    }

    /** The port that was bound. */
    int port() {
        return port;
    }

    /** One more server, for an event loop of its own. */
    @Override
    public Deployable get() {
        return this::listen;
    }

    private Future<?> listen(Context context) {
        SiteDoor door = new SiteDoor(site, web.loop(context));
        HttpServer server = context.owner()
                .createHttpServer(SocketLimits.server())
                .requestHandler(door::request)
                .webSocketHandshakeHandler(door::handshake);
        return server.listen(asked, host).onSuccess(bound -> port = bound.actualPort());
    }
}
