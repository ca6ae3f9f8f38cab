package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On real sockets: whoever is refused gets to read why, and when to come again. */
class RefusedUpgradeTest {
    private static final RequestHandler FULL = new RequestHandler() {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(200, "plain");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(
                    new Response(429, "application/json", "{\"error\":\"full\"}", Map.of("Retry-After", "2")));
        }
    };

    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private SocketRuntime.Listening listening;

    @BeforeEach
    void listen() throws IOException {
        listening = web.listen("127.0.0.1", 0, 1, FULL);
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aRefusalHasStatusHeadersAndBody() throws Exception {
        String answer = ask(
                """
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                """);
        assertThat(answer).startsWith("HTTP/1.1 429 ").endsWith("\r\n\r\n{\"error\":\"full\"}");
        assertThat(answer).containsIgnoringCase("\r\nretry-after: 2\r\n");
        assertThat(answer).containsIgnoringCase("\r\ncontent-type: application/json\r\n");
    }

    @Test
    void aRequestThatWantsNoWebSocketIsAnsweredAsOne() throws Exception {
        assertThat(ask("Connection: close\n")).startsWith("HTTP/1.1 200 ").endsWith("plain");
    }

    @Test
    void theDiallerHearsTheStatusAndTheWords() throws Exception {
        DialOutcome outcome = new DialOutcome();
        web.loop().dial(URI.create("ws://127.0.0.1:" + listening.port() + "/"), Map.of(), outcome);
        assertThat(outcome.next()).isEqualTo("429 {\"error\":\"full\"}");
    }

    private String ask(String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listening.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: localhost\r\n" + headers.replace("\n", "\r\n") + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            int next = socket.getInputStream().read();
            while (next >= 0 && !answer.append((char) next).toString().endsWith("full\"}")) {
                next = socket.getInputStream().read();
            }
            return answer.toString();
        }
    }
}
