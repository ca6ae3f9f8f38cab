package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends HTTP requests, each on a connection and on a thread of its own. For any thread. */
final class HttpRequester implements AutoCloseable {
    private final NanoClock clock;
    private final TrustedCertificates trust;
    private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool = Executors.newCachedThreadPool(HttpRequester::thread);

    HttpRequester(NanoClock clock, TrustedCertificates trust) {
        this.clock = clock;
        this.trust = trust;
    }

    /** Sends a request; {@code answer} is called on a thread of the pool. */
    Network.Link request(
            String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        HttpExchange exchange = new HttpExchange(method, url, headers, body, trust, HttpAnswer.MOST_BYTES);
        return start(exchange, () -> answer.accept(answer(exchange, url)));
    }

    /** Fetches a file; {@code done} is called on a thread of the pool. */
    Network.Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        HttpExchange exchange = new HttpExchange("GET", url, headers, "", trust, Download.MOST_BYTES);
        return start(exchange, () -> done.accept(download(exchange, url)));
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

    private Network.Link start(HttpExchange exchange, Runnable asking) {
        open.add(exchange);
        pool.execute(asking);
        return exchange::cut;
    }

    private HttpAnswer answer(HttpExchange exchange, URI url) {
        try {
            HttpReply reply = run(exchange);
            return reply.answer(clock.nowNs(), url);
        } catch (IOException | IllegalArgumentException e) {
            return new HttpAnswer.Failed(clock.nowNs(), ConnectionFailure.of(e), ConnectionFailure.words(e));
        }
    }

    private Download download(HttpExchange exchange, URI url) {
        try {
            HttpReply reply = run(exchange);
            return reply.download(clock.nowNs(), url);
        } catch (IOException | IllegalArgumentException e) {
            return new Download.Failed(clock.nowNs(), ConnectionFailure.of(e), ConnectionFailure.words(e));
        }
    }

    private HttpReply run(HttpExchange exchange) throws IOException {
        try {
            return exchange.run();
        } finally {
            open.remove(exchange);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sidetone-http");
        thread.setDaemon(true);
        return thread;
    }
}
