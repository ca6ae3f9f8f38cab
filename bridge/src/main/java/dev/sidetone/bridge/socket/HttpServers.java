package dev.sidetone.bridge.socket;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;

/** The HTTP servers of one request handler, one per event loop, all on one port. */
final class HttpServers {
    private final String host;
    private final int port;
    private final RequestHandler handler;
    private final SocketRuntime sockets;
    private final ConnectionCount connections;
    private volatile int bound;

    /**
     * Serves {@code handler} once a server is deployed.
     *
     * @param port a negative one is a free port that all servers with this number share: each handler needs a number of its own
     */
    HttpServers(String host, int port, RequestHandler handler, SocketRuntime sockets) {
        this.host = host;
        this.port = port;
        this.handler = handler;
        this.sockets = sockets;
        this.connections = new ConnectionCount(sockets.budget());
    }

    int port() {
        return bound;
    }

    /** A server for one more event loop. */
    Deployable next() {
        return new OnOneLoop();
    }

    private final class OnOneLoop implements Deployable {
        @Override
        public Future<?> deploy(Context context) {
            VertxRequestHandler requests =
                    new VertxRequestHandler(handler, sockets.loop(context), sockets.budget(), connections);
            HttpServer server = context.owner()
                    .createHttpServer(SocketLimits.server(sockets.budget(), handler.messageLimit()))
                    .exceptionHandler(SocketRuntime::endsProcess)
                    .connectionHandler(requests::connection)
                    .requestHandler(requests::request);
            return server.listen(port, host).onSuccess(listening -> bound = listening.actualPort());
        }

        @Override
        public Future<?> undeploy(Context context) {
            return Future.succeededFuture();
        }
    }
}
