package dev.sidetone.simulator.live.address;

import dev.sidetone.bridge.BridgeProbe;
import dev.sidetone.bridge.time.NanoClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A WebSocket through the address to the bridge's mirror: opened, spoken over, closed. Used by one thread, which it blocks. */
final class MirrorProbe implements AutoCloseable {
    private static final long BYE_MS = 300;
    private static final int ROUNDS = 3;

    private final NanoClock clock;
    private final WebSocket socket;
    private final Ear ear;
    private final double upgradeMs;
    private final long textMs;

    private MirrorProbe(NanoClock clock, WebSocket socket, Ear ear, double upgradeMs, long textMs) {
        this.clock = clock;
        this.socket = socket;
        this.ear = ear;
        this.upgradeMs = upgradeMs;
        this.textMs = textMs;
    }

    /** Opens it, signed as Twilio signs. */
    static MirrorProbe open(HttpClient client, String origin, String authToken, CheckTimeouts limits, NanoClock clock)
            throws ExecutionException, TimeoutException, InterruptedException {
        String url = "ws" + origin.substring("http".length()) + BridgeProbe.STREAM;
        Ear ear = new Ear();
        long askedNs = clock.nowNs();
        WebSocket socket = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofMillis(limits.openMs()))
                .header("X-Twilio-Signature", BridgeProbe.sign(authToken, url))
                .header(BridgeProbe.MIRROR, "1")
                .buildAsync(URI.create(url), ear)
                .get(limits.openMs(), TimeUnit.MILLISECONDS);
        return new MirrorProbe(clock, socket, ear, (clock.nowNs() - askedNs) / 1e6, limits.textMs());
    }

    double upgradeMs() {
        return upgradeMs;
    }

    /** What the other end says next, or null when it says nothing. */
    @Nullable
    String hear() throws InterruptedException {
        return ear.texts.poll(textMs, TimeUnit.MILLISECONDS);
    }

    /** There and back, the best of a few; null when something does not come back as it went. */
    @Nullable
    Double roundTripMs() throws InterruptedException {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            String said = "round " + round;
            long saidNs = clock.nowNs();
            if (!isSent(said) || !said.equals(hear())) {
                return null;
            }
            best = Math.min(best, (clock.nowNs() - saidNs) / 1e6);
        }
        return best;
    }

    private boolean isSent(String text) throws InterruptedException {
        try {
            socket.sendText(text, true).get(textMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "looked").get(BYE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // it is dropped next, which the other end takes for the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    /** Keeps what is heard; told on the client's threads. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                texts.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
