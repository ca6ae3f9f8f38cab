package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running bridge: one port for webhooks and streams, and the calls on it. Started and closed from outside its event loops. */
public final class Bridge implements AutoCloseable {
    /** How long running calls may go on once the bridge is told to end. */
    public static final long DRAIN_MS = 10_000;

    /** Callers whose stream was ended are told that we are sorry, when Twilio asks. */
    private static final long LAST_WORDS_NS = 1_000_000_000L;

    private static final long LAST_CALLS_MS = 1_000;

    private final SocketRuntime.Listening listening;
    private final String host;
    private final BridgeRoutes site;

    private Bridge(SocketRuntime.Listening listening, String host, BridgeRoutes site) {
        this.listening = listening;
        this.host = host;
        this.site = site;
    }

    /**
     * Starts serving.
     *
     * @param watch who watches its calls; one that minds only the agent's side is a function of the CallSid
     * @throws IOException naming host and port when they cannot be bound
     */
    public static Bridge start(BridgeConfig config, SocketRuntime web, BridgeListener watch) throws IOException {
        return start(config, web, watch, CallControl.none());
    }

    /**
     * Starts serving.
     *
     * @param control what can be done to calls from beside their streams
     * @throws IOException naming host and port when they cannot be bound
     */
    public static Bridge start(BridgeConfig config, SocketRuntime web, BridgeListener watch, CallControl control)
            throws IOException {
        BridgeRoutes site = new BridgeRoutes(config, watch, control);
        return new Bridge(web.listen(config.host(), config.port(), config.loops(), site), config.host(), site);
    }

    /**
     * Lets no call begin any more and waits for those that run, at most {@code mostMs}; then ends them. Blocks. The bridge still answers
     * what Twilio asks about them, until it is closed.
     *
     * @return whether all ended by themselves
     */
    public boolean drain(long mostMs) {
        CompletableFuture<Void> drained = site.drain();
        if (isDone(drained, mostMs)) {
            return true;
        }
        site.endCalls();
        if (!isDone(drained, LAST_CALLS_MS)) {
            return false;
        }
        Park.forNs(LAST_WORDS_NS);
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
            throw new IllegalStateException("nobody fails this", e);
        }
    }

    public int port() {
        return listening.port();
    }

    /** What {@code /health} names in its header, another at every start; see {@link BridgeProbe}. */
    public String instance() {
        return site.instance();
    }

    /** How many calls run now. */
    public int activeCalls() {
        return site.activeCalls();
    }

    /** Where Twilio, or a fake one on this machine, asks what to do with a call. */
    public String webhookUrl() {
        return "http://" + host + ":" + port() + BridgeRoutes.VOICE;
    }

    @Override
    public void close() {
        listening.close();
    }
}
