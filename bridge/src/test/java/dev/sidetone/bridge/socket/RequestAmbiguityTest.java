package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On real sockets: a request that two readers may read differently reaches no route, on any port of Sidetone's. */
class RequestAmbiguityTest {
    private static final int PATIENCE_MS = 60_000;
    private static final String UPGRADE =
            "Upgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";

    private static SocketRuntime web;
    private static SocketRuntime.Listening listening;

    @BeforeAll
    static void listen() throws IOException {
        web = SocketRuntime.start(NanoClock.system());
        listening = web.listen("127.0.0.1", 0, 1, new EchoSite());
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /voice?CallSid=CA1#&CallSid=CA2 HTTP/1.1\nHost: x\n",
                "GET /voice# HTTP/1.1\nHost: x\n",
                "GET /#/voice HTTP/1.0\nHost: x\n",
                "GET http://x/voice#a HTTP/1.1\nHost: x\n",
                "POST /voice?a=1#&bodySHA256=0 HTTP/1.1\nHost: x\nContent-Length: 0\n",
                "GET /media#a HTTP/1.1\nHost: x\n" + UPGRADE
            })
    void aTargetWithAFragmentIsRefusedAndTheConnectionCloses(String head) throws Exception {
        assertThat(refused(head)).endsWith("leave out the # and what follows\n");
    }

    @Test
    void aConnectionThatWasRefusedAsksNothingMore() throws Exception {
        String next = "GET /metrics HTTP/1.1\nHost: x\n";
        assertThat(refused("GET /# HTTP/1.1\nHost: x\n\n" + next)).doesNotContain("/metrics");
        assertThat(refused("POST /# HTTP/1.1\nHost: x\nContent-Length: 1\n\na" + next))
                .doesNotContain("/metrics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nX: y\n",
                "POST /voice HTTP/1.1\nContent-Length: 0\n",
                "GET / HTTP/1.1\n" + UPGRADE
            })
    void aRequestWithoutAHostIsRefused(String head) throws Exception {
        assertThat(refused(head)).contains("there is no Host header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1, evil.example",
                "127.0.0.1:8080, evil.example",
                "127.0.0.1 evil.example",
                "127.0.0.1:evil.example",
                "localhost:80@evil.example",
                "127.0.0.1:8080@evil.example",
                "evil.example/.localhost",
                "evil.example#.localhost",
                "evil.example?.localhost",
                "[::1].evil.example",
                "[::1",
                "::1",
                "localhost:",
                "localhost:123456",
                "localhost%2eevil.example",
                "\u00e9.localhost"
            })
    void aHostThatIsNoHostAndPortIsRefused(String host) throws Exception {
        for (String version : new String[] {"1.0", "1.1"}) {
            assertThat(refused("GET / HTTP/" + version + "\nHost: " + host + "\n"))
                    .contains("the Host header is no host and port");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Host, localhost, localhost",
        "Host, 127.0.0.1, evil.example",
        "Origin, http://x, https://evil.example",
        "Sec-Fetch-Site, none, cross-site"
    })
    void aHeaderThatSaysWhoSentItStandsThereOnce(String name, String one, String other) throws Exception {
        String host = name.equals("Host") ? "" : "Host: x\n";
        assertThat(refused("GET / HTTP/1.1\n" + host + name + ": " + one + "\nX: y\n" + name + ": " + other + "\n"))
                .contains("the header " + name + " stands here more than once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://evil.example/voice HTTP/1.1\nHost: localhost\n",
                "GET HTTP://evil.example HTTP/1.1\nHost: localhost\n",
                "GET http://localhost@evil.example/ HTTP/1.1\nHost: localhost\n",
                "GET http://localhost:81/ HTTP/1.1\nHost: localhost\n",
                "GET http://localhost?a=/voice HTTP/1.1\nHost: localhost\n",
                "GET http://evil.example/metrics HTTP/1.0\n",
                "GET http:///metrics HTTP/1.0\n"
            })
    void aTargetThatIsAUrlOfAnotherHostIsRefused(String head) throws Exception {
        assertThat(refused(head)).contains("a URL of another host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "ftp://localhost/voice", "localhost:80", "x:/voice"})
    void aTargetThatIsNeitherAPathNorAUrlIsRefused(String target) throws Exception {
        assertThat(refused("GET " + target + " HTTP/1.1\nHost: localhost\n")).contains("neither a path nor a URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "my_bridge:1",
                "127.0.0.1:65535",
                "[::1]",
                "[::FFFF:127.0.0.1]:80",
                "a-b.example."
            })
    void aHostWithAPortOrWithoutIsRead(String host) throws Exception {
        assertThat(ask("GET /a?b HTTP/1.1\nHost: " + host + "\nConnection: close\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("/a?b at " + host);
    }

    @Test
    void aTargetThatIsAUrlOfTheSameHostIsReadAsItsPath() throws Exception {
        assertThat(ask("GET http://Localhost:8080/a?b HTTP/1.1\nHost: localhost:8080\nConnection: close\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("/a?b at localhost:8080");
    }

    @Test
    void aHealthCheckInHttp10NamesNoHostAndIsAnsweredAllTheSame() throws Exception {
        assertThat(ask("GET /health HTTP/1.0\nX: y\n"))
                .matches("(?s)HTTP/1\\.[01] 200 .*")
                .endsWith("/health?null at nothing");
    }

    /** What is said to whom is refused with 400. */
    private static String refused(String head) throws IOException {
        String answer = ask(head);
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*");
        return answer;
    }

    /** Everything that is answered until the server closes. */
    private static String ask(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listening.port())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static final class EchoSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            String host = request.headers().getOrDefault("host", "nothing");
            return Response.text(200, request.path() + "?" + request.query() + " at " + host);
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new DeafListener());
        }
    }
}
