package dev.sidetone.simulator.live.address;

import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Names the reason for which a stream does not get through where {@code /health} does: a proxy in between. Stateless. */
final class UpgradeProblems {
    private static final String CURE =
            "let it pass WebSockets on (nginx: proxy_http_version 1.1, Upgrade and Connection \"upgrade\";"
                    + " Cloudflare: Network, WebSockets), on /media too";

    private UpgradeProblems() {}

    /** The handshake failed. */
    static AddressProblem problem(Throwable failure, PublicAddress address) {
        WebSocketHandshakeException answered = answered(failure);
        if (answered != null) {
            return refused(answered.getResponse(), address);
        }
        if (isTimeout(failure)) {
            return new AddressProblem(
                    "a proxy at " + address.host() + " drops WebSocket upgrades: /health is fine, the upgrade hangs",
                    CURE);
        }
        AddressProblem unreached = ConnectProblems.problem(failure, address);
        return new AddressProblem("/health is fine, the WebSocket upgrade is not: " + unreached.what(), CURE);
    }

    /** The handshake was completed, and then no message came. */
    static AddressProblem silent(PublicAddress address) {
        return new AddressProblem(
                "a WebSocket opens at " + address.host() + ", but nothing comes through it from the bridge",
                "does a proxy there answer the upgrade itself, or hold messages back? " + CURE);
    }

    /** The handshake was completed by another server. */
    static AddressProblem otherBridge(PublicAddress address) {
        return new AddressProblem(
                "/health is this bridge's at " + address.host() + ", but its stream is another server's",
                "let the proxy there lead /media to the same port as /health");
    }

    private static AddressProblem refused(HttpResponse<?> response, PublicAddress address) {
        int status = response.statusCode();
        String body = response.body() instanceof String text ? text : "";
        AddressProblem tunnel = TunnelErrorPages.problem(status, response.headers(), body);
        if (tunnel != null) {
            return tunnel;
        }
        if (status == 403) {
            return new AddressProblem(
                    "the stream's upgrade is refused (403), though /health accepts the signature",
                    "a proxy or firewall at " + address.host()
                            + " refuses it, or removes X-Twilio-Signature from upgrades: let both through on /media");
        }
        String how = status == 101 ? "is completed wrongly" : "is answered with " + status;
        return new AddressProblem(
                "a proxy at " + address.host() + " drops WebSocket upgrades: /health is fine, the upgrade " + how,
                CURE);
    }

    private static @Nullable WebSocketHandshakeException answered(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebSocketHandshakeException handshake) {
                return handshake;
            }
        }
        return null;
    }

    private static boolean isTimeout(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
