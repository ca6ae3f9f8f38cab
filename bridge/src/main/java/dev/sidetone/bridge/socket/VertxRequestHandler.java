package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import io.netty.channel.ChannelFuture;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes Vert.x's requests and handshakes of one event loop to a {@link RequestHandler}. */
final class VertxRequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(VertxRequestHandler.class);

    private static final String WEBSOCKET_VERSION = "13";

    private final RequestHandler handler;
    private final EventLoop loop;
    private final AdmissionBudget budget;
    private final ConnectionCount connections;
    /** The connections of this loop whose WebSocket is not accepted. */
    private final Map<HttpConnection, Stranger> strangers = new HashMap<>();

    VertxRequestHandler(RequestHandler handler, EventLoop loop, AdmissionBudget budget, ConnectionCount connections) {
        this.handler = handler;
        this.loop = loop;
        this.budget = budget;
        this.connections = connections;
    }

    /** Counts a connection before anything of it is read. */
    void connection(HttpConnection connection) {
        ConnectionCount.Place place = connections.enter(address(connection.remoteAddress()), () -> drop(connection));
        if (place == null) {
            connection.close();
            return;
        }
        Stranger stranger = new Stranger(place, () -> drop(connection), loop);
        strangers.put(connection, stranger);
        connection.exceptionHandler(SocketRuntime::endsProcess);
        onClosed(connection, () -> {
            strangers.remove(connection);
            stranger.left();
        });
        stranger.mayTake(budget.of(Limit.HEADER_MS));
    }

    /** By the channel itself: the library's own handlers are not called for a WebSocket that breaks off. */
    private static void onClosed(HttpConnection connection, Runnable gone) {
        if (connection instanceof HttpServerConnection open) {
            open.channelHandlerContext().channel().closeFuture().addListener(closed -> gone.run());
        } else {
            connection.closeHandler(closed -> gone.run());
        }
    }

    /** A client that reads no answers is not read either, and closed when its next request is due. */
    void request(HttpServerRequest request) {
        Stranger stranger = strangers.get(request.connection());
        if (stranger == null) {
            request.connection().close();
            return;
        }
        stranger.mayTake(budget.of(Limit.BODY_MS));
        String ambiguity = RequestAmbiguity.of(request);
        if (ambiguity != null) {
            refuse(request, 400, ambiguity);
        } else if (request.canUpgradeToWebSocket()) {
            upgrade(request, stranger);
        } else {
            read(request, stranger);
        }
    }

    /** At once: the library would first write what nobody reads. */
    private static void drop(HttpConnection connection) {
        if (connection instanceof HttpServerConnection open) {
            ChannelFuture unused = open.channelHandlerContext().close();
        } else {
            connection.close();
        }
    }

    private void read(HttpServerRequest request, Stranger stranger) {
        int most = budget.of(Limit.BODY_BYTES);
        if (announcedBytes(request) > most) {
            tooLarge(request, most);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > most) {
                tooLarge(request, most);
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            stranger.mayTake(budget.of(Limit.KEEP_ALIVE_MS));
            answer(request, body.toString(StandardCharsets.UTF_8));
        });
    }

    private void tooLarge(HttpServerRequest request, int most) {
        refuse(request, 413, "body too large: at most " + most + " bytes");
    }

    /** Its connection asks nothing more: what still comes of this request is dropped, for as long as a body may take, and then it closes. */
    private void refuse(HttpServerRequest request, int status, String why) {
        strangers.remove(request.connection());
        Future<Void> answered = request.response()
                .setStatusCode(status)
                .putHeader("connection", "close")
                .putHeader("content-type", "text/plain; charset=utf-8")
                .end(why + "\n");
        request.handler(null)
                .endHandler(
                        end -> answered.onComplete(sent -> request.connection().close()));
    }

    /** The length of the body as its sender states it; 0 where it does not, and the greatest one where it makes no sense. */
    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The library speaks older drafts too, in one of which a message has no length and no limit. */
    private void upgrade(HttpServerRequest request, Stranger stranger) {
        if (!request.headers().getAll("Sec-WebSocket-Version").equals(List.of(WEBSOCKET_VERSION))) {
            request.response().putHeader("Upgrade", "websocket");
            request.response().putHeader("Sec-WebSocket-Version", WEBSOCKET_VERSION);
            refuse(request, 426, "this is no WebSocket of RFC 6455: send Sec-WebSocket-Version: " + WEBSOCKET_VERSION);
            return;
        }
        RequestHandler.Upgrade upgrade = handler.upgrade(toRequest(request, ""), loop);
        if (upgrade instanceof RequestHandler.Upgrade.Refuse refusal) {
            send(request, refusal.response());
        } else if (upgrade instanceof RequestHandler.Upgrade.Accept accepted) {
            request.toWebSocket().onSuccess(socket -> {
                stranger.identified();
                MessageRate rate = new MessageRate(budget, loop, socket::pause, socket::resume);
                socket.handler(part -> rate.received(part.length()));
                VertxConnection.attachOpen(socket, accepted.listener(), loop, budget, handler.messageLimit());
            });
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
                address(request.remoteAddress()));
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

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> lower = new HashMap<>();
        request.headers().forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private static String address(@Nullable SocketAddress peer) {
        return peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
    }
}
