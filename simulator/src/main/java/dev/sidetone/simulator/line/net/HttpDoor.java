package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.time.NanoClock;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks over HTTP: each request on a connection and on a thread of its own. For any thread. */
final class HttpDoor implements AutoCloseable {
    private final NanoClock clock;
    private final Trust trust;
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool = Executors.newCachedThreadPool(HttpDoor::thread);

    HttpDoor(NanoClock clock, Trust trust) {
        this.clock = clock;
        this.trust = trust;
    }

    /** Asks; {@code answer} is told on a thread of the pool. */
    Network.Link request(
            String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        HttpExchange exchange = new HttpExchange(method, url, headers, body, clock, trust);
        open.add(exchange);
        pool.execute(() -> {
            HttpAnswer came = exchange.run();
            open.remove(exchange);
            answer.accept(came);
        });
        return exchange::cut;
    }

    @Override
    public void close() {
        open.forEach(HttpExchange::cut);
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sidetone-webhook");
        thread.setDaemon(true);
        return thread;
    }
}
