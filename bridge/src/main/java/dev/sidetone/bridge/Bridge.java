package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running bridge: its port for webhooks and streams, and the calls on it. Started and closed from outside its event loops. */
public final class Bridge implements AutoCloseable {
    /** The longest time that running calls may go on once the bridge shuts down, in milliseconds. */
    public static final long DRAIN_MS = 10_000;

    /** Left to Twilio to request the document that apologises to callers whose stream was ended. */
    private static final long LAST_REQUESTS_NS = 1_000_000_000L;

    private static final long LAST_CALLS_MS = 1_000;

    private final SocketRuntime.Listening listening;
    private final String host;
    private final BridgeRoutes routes;

    private Bridge(SocketRuntime.Listening listening, String host, BridgeRoutes routes) {
        this.listening = listening;
        this.host = host;
        this.routes = routes;
    }

    /**
     * Starts serving.
     *
     * @param listener receives the events of its calls; a function of the CallSid if only the agent's side matters
     * @throws IOException naming host and port when they cannot be bound
     */
    public static Bridge start(BridgeConfig config, SocketRuntime sockets, BridgeListener listener) throws IOException {
        return start(config, sockets, listener, CallControl.none());
    }

    /**
     * Starts serving.
     *
     * @param control changes running calls over Twilio's REST API
     * @throws IOException naming host and port when they cannot be bound
     */
    public static Bridge start(BridgeConfig config, SocketRuntime sockets, BridgeListener listener, CallControl control)
            throws IOException {
        BridgeRoutes routes = new BridgeRoutes(config, listener, control);
        return new Bridge(sockets.listen(config.host(), config.port(), config.loops(), routes), config.host(), routes);
    }

    /**
     * Accepts no more calls and waits for those that run, at most {@code mostMs}; then ends them. Blocks. The bridge still answers
     * Twilio's requests until it is closed.
     *
     * @return true when all calls ended by themselves
     */
    public boolean drain(long mostMs) {
        CompletableFuture<Void> drained = routes.drain();
        if (isDone(drained, mostMs)) {
            return true;
        }
        routes.endCalls();
        if (!isDone(drained, LAST_CALLS_MS)) {
            return false;
        }
        Park.forNs(LAST_REQUESTS_NS);
        return false;
    }

    private static boolean isDone(CompletableFuture<Void> future, long mostMs) {
        try {
            future.get(mostMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("this future never fails", e);
        }
    }

    public int port() {
        return listening.port();
    }

    /** The id of this bridge in the header of {@code /health}, a new one at every start; see {@link BridgeProbe}. */
    public String instance() {
        return routes.instance();
    }

    /**
     * The token that signs the requests of a Twilio in this process: the configured one, or, where that is the test token that everybody
     * knows, one that was made at this start.
     */
    public String signingToken() {
        return routes.signingToken();
    }

    /** The number of calls that run now. */
    public int activeCalls() {
        return routes.activeCalls();
    }

    /** The URL of the voice webhook on this machine. */
    public String webhookUrl() {
        return "http://" + reachable(host) + ":" + port() + BridgeRoutes.VOICE;
    }

    /** The host as a URL on this machine has it: an IPv6 address in brackets, this machine where every address is listened on. */
    private static String reachable(String host) {
        if (!host.contains(":")) {
            return host.equals("0.0.0.0") ? "127.0.0.1" : host;
        }
        return host.matches("[0:]+") ? "[::1]" : "[" + host + "]";
    }

    @Override
    public void close() {
        listening.close();
    }
}
