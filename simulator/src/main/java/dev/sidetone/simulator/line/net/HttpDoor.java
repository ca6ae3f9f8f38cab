package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks over HTTP/1.1 with the JDK's client: with HTTP/2 it would offer an upgrade, which servers with a WebSocket library attached
 * refuse. Each request blocks a thread of a small pool; the pool's thread group holds the client's own threads too, which on JDK 17 end
 * only when interrupted. For any thread.
 */
final class HttpDoor implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final NanoClock clock;
    private final ThreadGroup group = new ThreadGroup("sidetone-webhook");
    private final ExecutorService pool = Executors.newCachedThreadPool(this::thread);
    private @Nullable HttpClient client;

    HttpDoor(NanoClock clock) {
        this.clock = clock;
    }

    /** Asks; {@code answer} is told on a thread of the pool. */
    Network.Link request(
            String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        Future<?> asking = pool.submit(() -> answer.accept(ask(method, url, headers, body)));
        return () -> asking.cancel(true);
    }

    @Override
    public void close() {
        pool.shutdownNow();
        group.interrupt();
        try {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpAnswer ask(String method, URI url, Map<String, String> headers, String body) {
        try {
            HttpResponse<byte[]> response = send(method, url, headers, body);
            return answered(response, url);
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            return new HttpAnswer.Failed(clock.nowNs(), Trouble.BROKEN, "given up");
        } catch (IOException | IllegalArgumentException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new HttpAnswer.Failed(clock.nowNs(), Trouble.of(e), why);
        }
    }

    /** The client tries one address of a name only; a server on loopback may listen on the other one. */
    private HttpResponse<byte[]> send(String method, URI url, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        try {
            return client().send(asked(method, url, headers, body), info -> new LimitedBody());
        } catch (IOException e) {
            if (Trouble.of(e) != Trouble.REFUSED || !"http".equalsIgnoreCase(url.getScheme())) {
                throw e;
            }
            return sendElsewhere(method, url, headers, body, e);
        }
    }

    private HttpResponse<byte[]> sendElsewhere(
            String method, URI url, Map<String, String> headers, String body, IOException refused)
            throws IOException, InterruptedException {
        Map<String, String> named = new HashMap<>(headers);
        named.put("Host", url.getRawAuthority());
        IOException last = refused;
        InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
        for (int i = 1; i < addresses.length; i++) {
            try {
                return client().send(asked(method, at(addresses[i], url), named, body), info -> new LimitedBody());
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private static HttpRequest asked(String method, URI url, Map<String, String> headers, String body) {
        HttpRequest.BodyPublisher publisher = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).method(method, publisher);
        headers.forEach(request::header);
        return request.build();
    }

    private static URI at(InetAddress address, URI url) {
        String literal =
                address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        String authority = url.getPort() < 0 ? literal : literal + ":" + url.getPort();
        return URI.create(url.toString().replace(url.getRawAuthority(), authority));
    }

    private HttpAnswer answered(HttpResponse<byte[]> response, URI asked) {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        byte[] body = response.body();
        int kept = Math.min(body.length, HttpAnswer.MOST_BYTES);
        String text = new String(body, 0, kept, charset(contentType));
        URI from = response.previousResponse().isPresent() ? response.uri() : asked;
        boolean tooLong = body.length > HttpAnswer.MOST_BYTES;
        return new HttpAnswer.Answered(clock.nowNs(), from, response.statusCode(), contentType, text, tooLong);
    }

    private static Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Made by a thread of the pool, so that its own threads belong to the group. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(CONNECT)
                    .executor(pool)
                    .build();
            client = made;
        }
        return made;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(group, work, "sidetone-webhook");
        thread.setDaemon(true);
        return thread;
    }
}
