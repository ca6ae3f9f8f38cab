package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with certificates of every kind; those are made as a developer would make them, with the JDK's keytool. */
class CertificatesTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCertificateOfOnesOwnIsBelievedWhenItIsNamed() throws Exception {
        HttpServer server = serve("SAN=dns:localhost,ip:127.0.0.1", List.of());

        assertThat(ask(server.getAddress().getPort(), TrustedCertificates.withAuthorities(pem())))
                .isInstanceOfSatisfying(HttpAnswer.Answered.class, answer -> assertThat(answer.status())
                        .isEqualTo(200));
        assertThat(ask(server.getAddress().getPort(), TrustedCertificates.publicAuthorities()))
                .isInstanceOfSatisfying(HttpAnswer.Failed.class, failed -> assertThat(failed.trouble())
                        .isEqualTo(ConnectionFailure.CERTIFICATE_UNTRUSTED));
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "SAN=dns:voice.example,      '',   CERTIFICATE_OF_ANOTHER",
        "SAN=ip:127.0.0.1,           -30d, CERTIFICATE_EXPIRED"
    })
    void whatIsWrongWithABelievedCertificateIsTold(String names, String start, ConnectionFailure trouble)
            throws Exception {
        HttpServer server = serve(names, start.isEmpty() ? List.of() : List.of("-startdate", start, "-validity", "1"));

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

    private HttpServer serve(String names, List<String> validity) throws Exception {
        List<String> options = new ArrayList<>(List.of("-genkeypair", "-alias", "me", "-keyalg", "EC"));
        options.addAll(List.of("-dname", "CN=test", "-ext", names, "-storetype", "PKCS12"));
        options.addAll(validity);
        keytool(options);
        keytool(List.of("-exportcert", "-alias", "me", "-rfc", "-file", pem().toString()));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private SSLContext context() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private Path pem() {
        return folder.resolve("authority.pem");
    }

    private void keytool(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-keystore", folder.resolve("keys").toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
