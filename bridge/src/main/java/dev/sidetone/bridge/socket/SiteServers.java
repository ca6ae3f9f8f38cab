package dev.sidetone.bridge.socket;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;

/** One site's HTTP servers, one per event loop, all on one port. */
final class SiteServers implements Deployable {
    private final String host;
    private final Site site;
    private final Web web;
    private volatile int port;

    SiteServers(String host, int port, Site site, Web web) {
        this.host = host;
        this.port = port;
        this.site = site;
        this.web = web;
    }

    int port() {
        return port;
    }

    @Override
    public Future<?> deploy(Context context) {
        SiteDoor door = new SiteDoor(site, web.loop(context));
        HttpServer server = context.owner()
                .createHttpServer(SocketLimits.server())
                .requestHandler(door::request)
                .webSocketHandshakeHandler(door::handshake);
        return server.listen(port, host).onSuccess(bound -> port = bound.actualPort());
    }

    @Override
    public Future<?> undeploy(Context context) {
        return Future.succeededFuture();
    }
}
