package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with certificates of every kind. */
class CertificatesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCertificateOfOnesOwnIsBelievedWhenItIsNamed() throws Exception {
        HttpServer server = serve(ServerCertificate.SIGNED_BY_ITSELF);

        assertThat(ask(server.getAddress().getPort(), TrustedCertificates.withAuthorities(pem())))
                .isInstanceOfSatisfying(HttpAnswer.Answered.class, answer -> assertThat(answer.status())
                        .isEqualTo(200));
        assertThat(ask(server.getAddress().getPort(), TrustedCertificates.publicAuthorities()))
                .isInstanceOfSatisfying(HttpAnswer.Failed.class, failed -> assertThat(failed.trouble())
                        .isEqualTo(ConnectionFailure.CERTIFICATE_UNTRUSTED));
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"OF_ANOTHER_HOST, CERTIFICATE_OF_ANOTHER", "EXPIRED, CERTIFICATE_EXPIRED"})
    void whatIsWrongWithABelievedCertificateIsTold(ServerCertificate certificate, ConnectionFailure trouble)
            throws Exception {
        HttpServer server = serve(certificate);

        assertThat(ask(server.getAddress().getPort(), TrustedCertificates.withAuthorities(pem())))
                .isInstanceOfSatisfying(HttpAnswer.Failed.class, failed -> assertThat(failed.trouble())
                        .isEqualTo(trouble));
        server.stop(0);
    }

    @Test
    void aPortWithoutTlsIsTold() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerPlainly(plain));

            assertThat(ask(plain.getLocalPort(), TrustedCertificates.publicAuthorities()))
                    .isInstanceOfSatisfying(HttpAnswer.Failed.class, failed -> {
                        assertThat(failed.trouble()).isEqualTo(ConnectionFailure.TLS);
                        assertThat(failed.why()).isEqualTo("it speaks no TLS on that port");
                    });
            answered.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");

        assertThatThrownBy(() -> TrustedCertificates.withAuthorities(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("BEGIN CERTIFICATE");
        assertThatThrownBy(() -> TrustedCertificates.withAuthorities(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a file");
    }

    private static void answerPlainly(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[1024]);
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpAnswer ask(int port, TrustedCertificates trust) throws Exception {
        try (SocketNetwork network = new SocketNetwork(NanoClock.system(), trust)) {
            CompletableFuture<HttpAnswer> came = new CompletableFuture<>();
            URI url = URI.create("https://127.0.0.1:" + port + "/");
            network.request("GET", url, Map.of(), "", came::complete);
            return came.get(60, TimeUnit.SECONDS);
        }
    }

    private HttpServer serve(ServerCertificate certificate) throws IOException {
        certificate.writeRootTo(pem());
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.shown()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Path pem() {
        return folder.resolve("authority.pem");
    }
}
