package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.HttpHead;
import dev.sidetone.loopback.ReservedPort;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dials that fail. The server is made by hand, since every server of the bridge's picks the first sub-protocol that it is offered. */
class FailedDialTest {
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aFailedDialNeverRepeatsTheSecretsThatItOffered() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> upgraded = CompletableFuture.runAsync(() -> upgradeWithoutSubProtocol(server));
            DialOutcome outcome = new DialOutcome();
            Map<String, String> offered =
                    Map.of("Sec-WebSocket-Protocol", "pyai.v1, pyai-key.sesame", "Authorization", "Basic sesame");

            web.loop().dial(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/"), offered, outcome);

            assertThat(outcome.next()).contains("subprotocol").doesNotContain("sesame");
            upgraded.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDialToNobodyFailsWithoutAStatus() throws Exception {
        try (ReservedPort nobody = new ReservedPort()) {
            DialOutcome outcome = new DialOutcome();

            web.loop().dial(URI.create("ws://127.0.0.1:" + nobody.number() + "/"), Map.of(), outcome);

            assertThat(outcome.next()).startsWith("0 ");
        }
    }

    @Test
    void aServerThatAcceptsAndNeverAnswersIsGivenUpInTime() throws Exception {
        AdmissionBudget impatient = AdmissionBudget.usual().with(AdmissionBudget.Limit.HANDSHAKE_MS, 150);
        try (SocketRuntime sockets = SocketRuntime.start(NanoClock.system(), impatient);
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DialOutcome outcome = new DialOutcome();

            sockets.loop().dial(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/"), Map.of(), outcome);

            assertThat(outcome.next()).startsWith("0 ");
        }
    }

    @Test
    void aHandshakeOfTlsThatFailsSaysWhy() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerWithoutTls(server));
            DialOutcome outcome = new DialOutcome();

            web.loop().dial(URI.create("wss://127.0.0.1:" + server.getLocalPort() + "/"), Map.of(), outcome);

            assertThat(outcome.next()).contains("not an SSL/TLS record");
            answered.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aCertificateThatIsNotAcceptedIsNamed() {
        Exception failure = new SSLHandshakeException("Failed to create SSL connection");
        failure.initCause(new SSLHandshakeException("General SSLEngine problem")
                .initCause(new CertificateException("No name matching localhost found")));
        assertThat(VertxEventLoop.why(failure, Map.of()))
                .isEqualTo("its certificate is not accepted: No name matching localhost found");
    }

    @Test
    void aHeadersSecretIsNowhereInARefusalHoweverLongThatIs() {
        for (int before = 980; before < 1_000; before++) {
            Exception failure = new UpgradeRejectedException(
                    "refused",
                    401,
                    MultiMap.caseInsensitiveMultiMap(),
                    Buffer.buffer("x".repeat(before) + " my-own-key-0123456789"));
            assertThat(VertxEventLoop.why(failure, Map.of("Authorization", "Bearer my-own-key-0123456789")))
                    .startsWith("xxx")
                    .doesNotContain("my-");
        }
    }

    private static void answerWithoutTls(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 plain\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            int unused = socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void upgradeWithoutSubProtocol(ServerSocket server) {
        try (Socket socket = server.accept()) {
            String answer = HttpHead.accepting(HttpHead.read(socket.getInputStream()));
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            int unused = socket.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
