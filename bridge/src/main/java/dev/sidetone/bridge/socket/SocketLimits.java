package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.concurrent.TimeUnit;

/** The options of all HTTP and WebSocket connections; what a peer may use is in the {@link AdmissionBudget}. */
final class SocketLimits {
    /** A peer that does not answer a close must not hold the call's resources for Vert.x's 10 s. */
    private static final int CLOSING_TIMEOUT_S = 1;
    /** The same for a peer that does not read, so that not even the closing frame leaves. */
    static final long CLOSING_NS = 2_000_000_000L;
    /** A caller hears silence while the agent is connected. */
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    /** The default of 50 makes the 51st call wait without a word; calls are limited elsewhere. */
    private static final int CONNECTIONS = 100_000;

    private SocketLimits() {}

    /** Picks the first sub-protocol that is offered: clients that offer any fail when none is picked. */
    private static final String ANY_SUB_PROTOCOL = "*";

    /**
     * Compression is off both ways: Twilio offers none, and it would cost more than loopback and LAN save. So is HTTP/2, which nobody here
     * needs, and with which one connection carries many requests at once.
     */
    static HttpServerOptions server(AdmissionBudget budget, Limit message) {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(budget.of(Limit.REQUEST_LINE_BYTES))
                .setMaxHeaderSize(budget.of(Limit.HEADER_BYTES))
                .setIdleTimeout(budget.of(Limit.SILENT_SOCKET_MS))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .addWebSocketSubProtocol(ANY_SUB_PROTOCOL)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(budget.of(message))
                .setMaxWebSocketMessageSize(budget.of(message))
                .setWebSocketClosingTimeout(CLOSING_TIMEOUT_S)
                .setTcpNoDelay(true);
    }

    static WebSocketClientOptions client(AdmissionBudget budget) {
        return new WebSocketClientOptions()
                .setMaxConnections(CONNECTIONS)
                .setTryUsePerMessageCompression(false)
                .setTryUsePerFrameCompression(false)
                .setMaxFrameSize(budget.of(Limit.MESSAGE_BYTES))
                .setMaxMessageSize(budget.of(Limit.MESSAGE_BYTES))
                .setClosingTimeout(CLOSING_TIMEOUT_S)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setTcpNoDelay(true);
    }
}
