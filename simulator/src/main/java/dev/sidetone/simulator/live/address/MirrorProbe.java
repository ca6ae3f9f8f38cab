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

/** A WebSocket through the public address to the bridge's mirror, which echoes texts. Used by one thread, which it blocks. */
final class MirrorProbe implements AutoCloseable {
    private static final long CLOSE_MS = 300;
    private static final int ROUNDS = 3;

    private final NanoClock clock;
    private final WebSocket socket;
    private final Texts texts;
    private final double upgradeMs;
    private final long textMs;

    private MirrorProbe(NanoClock clock, WebSocket socket, Texts texts, double upgradeMs, long textMs) {
        this.clock = clock;
        this.socket = socket;
        this.texts = texts;
        this.upgradeMs = upgradeMs;
        this.textMs = textMs;
    }

    /** Opens the WebSocket with a request that is signed as Twilio signs. */
    static MirrorProbe open(HttpClient client, String origin, String authToken, CheckTimeouts timeouts, NanoClock clock)
            throws ExecutionException, TimeoutException, InterruptedException {
        String url = "ws" + origin.substring("http".length()) + BridgeProbe.STREAM;
        Texts texts = new Texts();
        long requestedNs = clock.nowNs();
        WebSocket socket = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofMillis(timeouts.openMs()))
                .header("X-Twilio-Signature", BridgeProbe.sign(authToken, url))
                .header(BridgeProbe.MIRROR, "1")
                .buildAsync(URI.create(url), texts)
                .get(timeouts.openMs(), TimeUnit.MILLISECONDS);
        return new MirrorProbe(clock, socket, texts, (clock.nowNs() - requestedNs) / 1e6, timeouts.textMs());
    }

    double upgradeMs() {
        return upgradeMs;
    }

    /** Returns the next text, or null where none comes in time. */
    @Nullable
    String receive() throws InterruptedException {
        return texts.received.poll(textMs, TimeUnit.MILLISECONDS);
    }

    /** Returns the shortest of a few round trips in ms; null where a text does not come back unchanged. */
    @Nullable
    Double roundTripMs() throws InterruptedException {
        double shortestMs = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            String text = "round " + round;
            long sentNs = clock.nowNs();
            if (!isSent(text) || !text.equals(receive())) {
                return null;
            }
            shortestMs = Math.min(shortestMs, (clock.nowNs() - sentNs) / 1e6);
        }
        return shortestMs;
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
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "checked").get(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The connection is dropped next, which ends it just as well.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    /** Collects the texts, on the client's threads. */
    private static final class Texts implements WebSocket.Listener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                received.add(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
