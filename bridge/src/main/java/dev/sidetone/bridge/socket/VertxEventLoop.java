package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.time.NanoClock;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A Vert.x event loop as a {@link EventLoop}. */
final class VertxEventLoop implements EventLoop {
    private static final long MS_NS = 1_000_000;
    /** A refusal may be a whole page. */
    private static final int MOST_CHARS = 1_000;

    private final Vertx vertx;
    private final Context context;
    private final WebSocketClient client;
    private final NanoClock clock;
    private final AdmissionBudget budget;

    VertxEventLoop(Vertx vertx, Context context, WebSocketClient client, NanoClock clock, AdmissionBudget budget) {
        this.vertx = vertx;
        this.context = context;
        this.client = client;
        this.clock = clock;
        this.budget = budget;
    }

    @Override
    public long nowNs() {
        return clock.nowNs();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        LoopTimer timer = new LoopTimer(action);
        if (delayNs <= 0) {
            context.runOnContext(now -> timer.run());
        } else if (Vertx.currentContext() == context) {
            timer.start(delayNs);
        } else {
            context.runOnContext(now -> timer.start(delayNs));
        }
        return timer;
    }

    @Override
    public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
        ClientWebSocket socket = client.webSocket();
        MessageRate rate = new MessageRate(budget, this, socket::pause, socket::resume);
        socket.handler(part -> rate.received(part.length()));
        VertxConnection connection = VertxConnection.attach(socket, listener, this, budget, Limit.MESSAGE_BYTES);
        socket.connect(options(url, headers))
                .onSuccess(open -> {
                    connection.opened();
                    listener.onOpened(connection, nowNs());
                })
                .onFailure(failure -> listener.onFailed(status(failure), why(failure, headers), nowNs()));
    }

    private WebSocketConnectOptions options(URI url, Map<String, String> headers) {
        boolean tls = "wss".equals(url.getScheme());
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setTimeout(budget.of(Limit.HANDSHAKE_MS))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
        headers.forEach((name, value) -> add(options, name, value));
        return options;
    }

    /** Sub-protocols are no header like the others: the handshake fails unless the server picks one of those it was offered. */
    private static void add(WebSocketConnectOptions options, String name, String value) {
        if (!name.equalsIgnoreCase("Sec-WebSocket-Protocol")) {
            options.addHeader(name, value);
            return;
        }
        for (String offered : value.split(",", -1)) {
            options.addSubProtocol(offered.strip());
        }
    }

    private static int status(Throwable failure) {
        return failure instanceof UpgradeRejectedException refused ? refused.getStatus() : 0;
    }

    /** A handshake's headers may carry a secret, which the library repeats in its message: they are masked. */
    static String why(Throwable failure, Map<String, String> headers) {
        String message = message(failure);
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        String masked = message;
        for (String value : headers.values()) {
            for (String part : value.split("[,\\s]+", -1)) {
                masked = part.isEmpty() ? masked : masked.replace(part, "…");
            }
        }
        return ForeignText.redacted(masked, MOST_CHARS);
    }

    /** The body of the rejection where there is one, else the library's message. */
    private static @Nullable String message(Throwable failure) {
        if (failure instanceof SSLException) {
            return TlsFailure.words(failure);
        }
        if (!(failure instanceof UpgradeRejectedException refused) || refused.getBody() == null) {
            return failure.getMessage();
        }
        String body = refused.getBody().toString(StandardCharsets.UTF_8).strip();
        return body.isEmpty() ? failure.getMessage() : body;
    }

    /** A timer that can be cancelled before, while and after it is armed. */
    private final class LoopTimer implements Timer {
        private final Runnable action;
        private volatile boolean cancelled;
        private volatile long id = -1;

        LoopTimer(Runnable action) {
            this.action = action;
        }

        void start(long delayNs) {
            id = vertx.setTimer((delayNs + MS_NS - 1) / MS_NS, due -> run());
            if (cancelled) {
                vertx.cancelTimer(id);
            }
        }

        void run() {
            if (!cancelled) {
                action.run();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            vertx.cancelTimer(id);
        }
    }
}
