package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files over real loopback sockets. */
@Tag("real-time")
@Timeout(240)
class FileDownloadTest {
    private final SocketNetwork network =
            new SocketNetwork(NanoClock.system(), TrustedCertificates.publicAuthorities());
    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/a.wav", exchange -> answer(exchange, 200, new byte[] {1, 2, -3}));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/a.wav");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/round", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/round");
            answer(exchange, 307, new byte[0]);
        });
        server.createContext("/public", exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            exchange.getResponseHeaders().set("Location", "https://" + host + "/a.wav");
            answer(exchange, 301, new byte[0]);
        });
        server.createContext("/huge", exchange -> answer(exchange, 200, new byte[Download.MOST_BYTES + 1]));
        server.start();
    }

    @AfterEach
    void close() {
        network.close();
        server.stop(0);
    }

    @Test
    void theBytesComeAsTheyAreWithTheirType() throws Exception {
        Download.Fetched file = (Download.Fetched) fetch("/a.wav");

        assertThat(file.bytes()).containsExactly(1, 2, -3);
        assertThat(file.contentType()).isEqualTo("audio/x-wav");
        assertThat(file.tooLong()).isFalse();
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        assertThat(((Download.Fetched) fetch("/moved")).bytes()).hasSize(3);
    }

    @Test
    void aServerThatSendsUsRoundInCirclesIsLeft() throws Exception {
        Download.Fetched file = (Download.Fetched) fetch("/round");

        assertThat(file.status()).isEqualTo(307);
        assertThat(asked).hasValue(11);
    }

    /** The server knows its public name alone, and sends there; it is still on this machine. */
    @Test
    void aRedirectGoesTheSameWayRound() throws Exception {
        List<String> told = new ArrayList<>();
        OriginMapping detour = OriginMapping.to(url("/"), URI.create("https://voice.example.com"), StreamOrigin.AUTO);
        Network way = new MappedNetwork(network, detour, told::add);

        Download.Fetched file = (Download.Fetched) fetch(way, URI.create("https://voice.example.com/public"));

        assertThat(file.bytes()).hasSize(3);
        assertThat(file.url()).isEqualTo(URI.create("https://voice.example.com/a.wav"));
        assertThat(told).hasSize(1);
    }

    @Test
    void whatIsNotThereIsSaidByItsStatus() throws Exception {
        assertThat(((Download.Fetched) fetch("/b.wav")).status()).isEqualTo(404);
    }

    @Test
    void moreThanIsKeptIsCut() throws Exception {
        assertThat(((Download.Fetched) fetch("/huge")).tooLong()).isTrue();
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws Exception {
        try (ReservedPort port = new ReservedPort()) {
            Download download = fetch(network, URI.create("http://localhost:" + port.number() + "/a.wav"));

            assertThat(((Download.Failed) download).trouble()).isEqualTo(ConnectionFailure.REFUSED);
        }
    }

    private Download fetch(String path) throws Exception {
        return fetch(network, url(path));
    }

    private static Download fetch(Network way, URI url) throws Exception {
        CompletableFuture<Download> done = new CompletableFuture<>();
        FileDownload.begin(way, url, Map.of("Accept", "*/*"), done::complete);
        return done.get(60, TimeUnit.SECONDS);
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/x-wav");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
