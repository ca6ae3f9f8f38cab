package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On real sockets: what an HTTP peer does not read, or never stops sending, fills no heap. */
class UnreadAnswersTest {
    private final SocketRuntime web = SocketRuntime.start(
            NanoClock.system(), AdmissionBudget.usual().with(AdmissionBudget.Limit.KEEP_ALIVE_MS, 20));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aClientThatAsksOnAndOnAndReadsNoAnswerIsDropped() throws Exception {
        try (SocketRuntime.Listening listening = web.listen("127.0.0.1", 0, 1, new LongAnswers());
                Socket client = new Socket()) {
            client.setReceiveBufferSize(4_096);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.port()));
            byte[] requests = "GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            assertThat(isDropped(client.getOutputStream(), requests)).isTrue();
        }
    }

    @Test
    void aRefusalWithoutAnEndIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> dropped = CompletableFuture.supplyAsync(() -> refusesWithoutAnEnd(server));
            DialOutcome outcome = new DialOutcome();
            EventLoop loop = web.loop();
            URI url = URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
            loop.after(0, () -> loop.dial(url, Map.of(), outcome));
            assertThat(dropped.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(outcome.next()).isNotEqualTo("opened").isNotEqualTo("null");
        }
    }

    private static boolean refusesWithoutAnEnd(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 403 no\r\nContent-Length: 9999999999\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return isDropped(out, new byte[1 << 16]);
        } catch (IOException e) {
            return true;
        }
    }

    /** Writes 64 MB at the most. */
    private static boolean isDropped(OutputStream out, byte[] piece) {
        try {
            for (int sent = 0; sent < 64_000_000; sent += piece.length) {
                out.write(piece);
            }
            return false;
        } catch (IOException dropped) {
            return true;
        }
    }

    private static final class LongAnswers implements RequestHandler {
        private final String body = "x".repeat(10_000);

        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(200, body);
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "no");
        }
    }
}
