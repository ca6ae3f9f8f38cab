package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.HttpHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real sockets: only the WebSocket of RFC 6455 is spoken, for no limit holds in its oldest draft. */
class WebSocketVersionTest {
    private static final int PATIENCE_MS = 60_000;
    private static final String OFFER =
            "GET /media HTTP/1.1\nHost: x\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n";
    /** The draft of 2010 has no version; eight bytes follow its head. */
    private static final String OLDEST = "GET /media HTTP/1.1\nHost: x\nUpgrade: WebSocket\nConnection: Upgrade\n"
            + "Origin: http://x\nSec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00\n\n^n:ds[4U";

    private static SocketRuntime web;
    private static SocketRuntime.Listening listening;

    @BeforeAll
    static void listen() throws IOException {
        web = SocketRuntime.start(NanoClock.system());
        listening = web.listen("127.0.0.1", 0, 1, new OpenSite());
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OLDEST,
                OFFER + "\n",
                OFFER + "Sec-WebSocket-Version: 0\n\n",
                OFFER + "Sec-WebSocket-Version: 7\n\n",
                OFFER + "Sec-WebSocket-Version: 8\n\n",
                OFFER + "Sec-WebSocket-Version: 14\n\n",
                OFFER + "Sec-WebSocket-Version: 13, 8\n\n",
                OFFER + "Sec-WebSocket-Version: 13\nSec-WebSocket-Version: 8\n\n"
            })
    void anotherVersionIsRefusedAndToldTheRightOne(String handshake) throws Exception {
        try (Socket socket = sent(handshake)) {
            String answer = HttpHead.read(socket.getInputStream());
            assertThat(answer).startsWith("HTTP/1.1 426 ").containsIgnoringCase("\r\nsec-websocket-version: 13\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("what is said before the connection closes")
                    .isEqualTo("this is no WebSocket of RFC 6455: send Sec-WebSocket-Version: 13\n");
        }
    }

    @Test
    void theVersionOfTheStandardIsAccepted() throws Exception {
        try (Socket socket = sent(OFFER + "Sec-WebSocket-Version: 13\n\n")) {
            assertThat(HttpHead.read(socket.getInputStream())).startsWith("HTTP/1.1 101 ");
        }
    }

    private static Socket sent(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listening.port());
        socket.setSoTimeout(PATIENCE_MS);
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static final class OpenSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(200, "here\n");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new DeafListener());
        }
    }
}
