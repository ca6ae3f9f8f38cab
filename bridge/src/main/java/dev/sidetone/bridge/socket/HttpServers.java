package dev.sidetone.bridge.socket;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;

/** One site's HTTP servers, one per event loop, all on one port. */
final class HttpServers {
    private final String host;
    private final int port;
    private final RequestHandler site;
    private final SocketRuntime web;
    private volatile int bound;

    /**
     * Serves {@code site} once it is deployed.
     *
     * @param port a negative one is a free port that all servers with this number share: each site needs a number of its own
     */
    HttpServers(String host, int port, RequestHandler site, SocketRuntime web) {
        this.host = host;
        this.port = port;
        this.site = site;
        this.web = web;
    }

    int port() {
        return bound;
    }

    /** The server of one more event loop. */
    Deployable oneMore() {
        return new OnOneLoop();
    }

    private final class OnOneLoop implements Deployable {
        @Override
        public Future<?> deploy(Context context) {
            VertxRequestHandler door = new VertxRequestHandler(site, web.loop(context));
            HttpServer server =
                    context.owner().createHttpServer(SocketLimits.server()).requestHandler(door::request);
            return server.listen(port, host).onSuccess(listening -> bound = listening.actualPort());
        }

        @Override
        public Future<?> undeploy(Context context) {
            return Future.succeededFuture();
        }
    }
}
