package dev.sidetone.bridge.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes Vert.x's requests and handshakes of one event loop to a {@link RequestHandler}. */
final class VertxRequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(VertxRequestHandler.class);

    private final RequestHandler handler;
    private final EventLoop loop;

    VertxRequestHandler(RequestHandler handler, EventLoop loop) {
        this.handler = handler;
        this.loop = loop;
    }

    /** A client that sends one request after the other and reads no answer has had enough of them. */
    void request(HttpServerRequest request) {
        if (request.response().writeQueueFull()) {
            drop(request.connection());
        } else if (request.canUpgradeToWebSocket()) {
            upgrade(request);
        } else {
            read(request);
        }
    }

    /** At once: the library would first write what nobody reads. */
    private static void drop(HttpConnection connection) {
        if (connection instanceof HttpServerConnection open) {
            open.channelHandlerContext().close();
        } else {
            connection.close();
        }
    }

    private void read(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > SocketLimits.BODY_BYTES) {
                request.handler(null).endHandler(null);
                request.response()
                        .setStatusCode(413)
                        .putHeader("connection", "close")
                        .end("body too large\n");
                return;
            }
            body.appendBuffer(part);
        });
        request.endHandler(end -> answer(request, body.toString(StandardCharsets.UTF_8)));
    }

    private void upgrade(HttpServerRequest request) {
        RequestHandler.Upgrade upgrade = handler.upgrade(toRequest(request, ""), loop);
        if (upgrade instanceof RequestHandler.Upgrade.Refuse refusal) {
            send(request, refusal.response());
        } else if (upgrade instanceof RequestHandler.Upgrade.Accept accepted) {
            request.toWebSocket().onSuccess(socket -> VertxConnection.attachOpen(socket, accepted.listener(), loop));
        }
    }

    private void answer(HttpServerRequest request, String body) {
        send(request, answer(toRequest(request, body)));
    }

    private static RequestHandler.Request toRequest(HttpServerRequest request, String body) {
        return new RequestHandler.Request(
                request.method().name(),
                request.path(),
                request.query(),
                headers(request),
                body,
                isLoopback(request.remoteAddress()));
    }

    private static void send(HttpServerRequest request, RequestHandler.Response response) {
        HttpServerResponse answer = request.response().setStatusCode(response.status());
        response.headers().forEach(answer::putHeader);
        answer.putHeader("content-type", response.contentType()).end(response.body());
    }

    /** A handler that throws must not leave its client without a response. */
    private RequestHandler.Response answer(RequestHandler.Request request) {
        try {
            return handler.answer(request, loop);
        } catch (RuntimeException e) {
            LOG.error("{} {}: internal error, answered with 500", request.method(), request.path(), e);
            return RequestHandler.Response.text(500, "something went wrong inside\n");
        }
    }

    /** HTTP/2 has no {@code Host}: its client names the host beside the headers. */
    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> lower = new HashMap<>();
        request.headers().forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        HostAndPort authority = request.authority();
        if (authority != null) {
            String port = authority.port() < 0 ? "" : ":" + authority.port();
            lower.putIfAbsent("host", authority.host() + port);
        }
        return lower;
    }

    private static boolean isLoopback(@Nullable SocketAddress peer) {
        if (peer == null || peer.hostAddress() == null) {
            return false;
        }
        try {
            return InetAddress.getByName(peer.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
