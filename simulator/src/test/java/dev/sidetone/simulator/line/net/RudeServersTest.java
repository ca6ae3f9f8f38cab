package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.HttpHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer that are broken, odd or none at all, over real sockets. */
class RudeServersTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

    private String asked = "";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "220 mail.example ESMTP\\r\\n | does not speak HTTP/1.1 but began with \"220 mail.example",
                "'' | closed without a word",
                "HTTP/1.1 200 OK\\r\\nContent-Type | closed in mid-answer",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 200\\r\\n\\r\\n<Response> | closed after 10 of 200 bytes",
                "HTTP/1.1 200 OK\\r\\nContent-Length: many\\r\\n\\r\\n | Content-Length is no number",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nff\\r\\n<Resp | closed after 5 of 255 bytes",
                "HTTP/1.1 200 OK\\r\\n: nameless\\r\\n\\r\\n | header lines has no name",
                "HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n | switched to another protocol"
            })
    void whatIsNoWholeAnswerIsToldApart(String answer, String why) throws Exception {
        HttpAnswer came = ask(bytes(answer.replace("\\r\\n", "\r\n")));

        assertThat(came).isInstanceOfSatisfying(HttpAnswer.Failed.class, failed -> {
            assertThat(failed.trouble()).isEqualTo(ConnectionFailure.BROKEN);
            assertThat(failed.why()).contains(why);
        });
    }

    @Test
    void headersWithoutAnEndAreGivenUp() throws Exception {
        HttpAnswer came = ask(bytes(OK + "X-Filler: " + "x".repeat(70_000) + "\r\n\r\n"));

        assertThat(came).isInstanceOfSatisfying(HttpAnswer.Failed.class, failed -> assertThat(failed.why())
                .isEqualTo("its headers are longer than 64 kB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + OK
                        + "Content-Length: 11\r\n\r\n<Response/>",
                OK + "Transfer-Encoding: chunked\r\n\r\n4;x=y\r\n<Res\r\n7\r\nponse/>\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\nContent-Type: text/xml\n\n<Response/>",
                OK + "Content-Length: 11\r\n\r\n<Response/>and more than was announced"
            })
    void whateverFormAnAnswerHasItsBodyIsRead(String answer) throws Exception {
        assertThat(answered(ask(bytes(answer))).body()).isEqualTo("<Response/>");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, text/xml",
        "UTF-16LE, text/xml; charset=utf-16le",
        "ISO-8859-1, text/xml; charset=\"iso-8859-1\"",
        "UTF-8, text/xml",
        "UTF-8, text/xml; charset=nonsense"
    })
    void aBodyIsReadInItsCharacterSet(String charset, String contentType) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(bytes("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n\r\n"));
        answer.writeBytes("<Say>Grüße</Say>".getBytes(Charset.forName(charset)));

        assertThat(answered(ask(answer.toByteArray())).body()).isEqualTo("<Say>Grüße</Say>");
    }

    @Test
    void aBodyWithoutAnEndIsCut() throws Exception {
        HttpAnswer.Answered answer = answered(ask(bytes(OK + "\r\n" + "x".repeat(200_000))));

        assertThat(answer.tooLong()).isTrue();
        assertThat(answer.body()).hasSize(HttpAnswer.MOST_BYTES);
    }

    @Test
    void aRequestSaysWhatItWasToldToSayAndOffersNoOtherProtocol() throws Exception {
        ask(bytes("HTTP/1.1 204 No Content\r\n\r\n"));

        assertThat(asked.lines())
                .containsExactly(
                        "POST /voice?a=b%20c HTTP/1.1",
                        "Host: voice.example", "Content-Length: 3", "X-One: 1", "X-Two: 2", "");
    }

    /** Serves one request of a client that is given {@code answer}, and then closes. */
    private HttpAnswer ask(byte[] answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SocketNetwork network =
                        new SocketNetwork(NanoClock.system(), TrustedCertificates.publicAuthorities())) {
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> serve(server, answer));
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-One", "1");
            headers.put("Host", "voice.example");
            headers.put("X-Two", "2");
            CompletableFuture<HttpAnswer> came = new CompletableFuture<>();
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/voice?a=b%20c#rc=2");
            network.request("POST", url, headers, "x=y", came::complete);
            asked = heard.get(60, TimeUnit.SECONDS);
            return came.get(60, TimeUnit.SECONDS);
        }
    }

    private static String serve(ServerSocket server, byte[] answer) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            String head = HttpHead.read(in);
            in.readNBytes(3);
            writeAsFarAsItIsRead(socket, answer);
            return head;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that has had enough hangs up in the middle. */
    private static void writeAsFarAsItIsRead(Socket socket, byte[] answer) {
        try {
            socket.getOutputStream().write(answer);
        } catch (IOException hungUp) {
            assertThat(answer.length).isGreaterThan(HttpAnswer.MOST_BYTES);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpAnswer.Answered answered(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(HttpAnswer.Answered.class);
        return (HttpAnswer.Answered) answer;
    }
}
