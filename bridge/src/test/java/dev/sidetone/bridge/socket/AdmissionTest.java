package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real sockets, with a small budget: strangers who send nothing, slowly, too much, or too many at once. */
// Over 300 lines because every kind of stranger meets the same port with the same small budget.
class AdmissionTest {
    private static final int FOREVER_MS = 60_000;
    /** Longer than a test waits, so that no other limit ends what one of them should end. */
    private static final int PATIENT_MS = 10 * FOREVER_MS;

    private static final int SHORT_MS = 150;
    private static final int STEP_MS = 10;
    private static final String POST = "POST /voice HTTP/1.1\r\nHost: x\r\nContent-Length: 4096\r\n\r\na=";

    private final AdmissionBudget patient = AdmissionBudget.usual()
            .with(Limit.HEADER_MS, PATIENT_MS)
            .with(Limit.BODY_MS, PATIENT_MS)
            .with(Limit.KEEP_ALIVE_MS, PATIENT_MS);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    /** The time of each text. */
    private final BlockingQueue<Long> texts = new LinkedBlockingQueue<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void unfinishedPostsMakeRoomForNewOnesAndHealthIsAnsweredMeanwhile() throws Exception {
        int port = serve(patient.with(Limit.STRANGERS, 20));
        List<Socket> posts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            posts.add(send(port, POST));
        }
        assertThat(get(port)).isEqualTo(200);
        for (Socket early : posts.subList(0, 41)) {
            assertClosed(early);
        }
        assertStillOpen(posts.get(59));
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() throws Exception {
        int port = serve(patient.with(Limit.HEADER_MS, SHORT_MS));
        assertClosed(send(port, ""));
    }

    @Test
    void aHeaderThatTricklesIsClosed() throws Exception {
        int port = serve(patient.with(Limit.HEADER_MS, SHORT_MS));
        assertClosedWhileTrickling(send(port, "GET / HTTP/1.1\r\nHost: x"));
    }

    @Test
    void aBodyThatTricklesIsClosed() throws Exception {
        int port = serve(patient.with(Limit.BODY_MS, SHORT_MS));
        assertClosedWhileTrickling(send(port, POST));
    }

    @Test
    void aConnectionWithNothingMoreToAskIsClosed() throws Exception {
        int port = serve(patient.with(Limit.KEEP_ALIVE_MS, SHORT_MS));
        Socket asked = send(port, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("here\n");
    }

    @Test
    void aBodyThatIsAnnouncedTooLongIsRefusedBeforeItComes() throws Exception {
        int port = serve(patient);
        assertThat(status(port, "POST /voice HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"))
                .isEqualTo("HTTP/1.1 413");
    }

    @Test
    void aBodyThatGrowsTooLongIsRefused() throws Exception {
        int port = serve(patient.with(Limit.BODY_BYTES, 100));
        assertThat(status(
                        port,
                        "POST /voice HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n80\r\n" + "x".repeat(128)
                                + "\r\n"))
                .isEqualTo("HTTP/1.1 413");
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws Exception {
        int port = serve(patient.with(Limit.HEADER_BYTES, 1_000));
        assertThat(status(port, "GET / HTTP/1.1\r\nHost: " + "x".repeat(1_100) + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 431");
    }

    @Test
    void aFirstLineThatIsTooLongIsRefused() throws Exception {
        int port = serve(patient.with(Limit.REQUEST_LINE_BYTES, 1_000));
        assertThat(status(port, "GET /" + "x".repeat(1_100) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .endsWith(" 414");
    }

    @Test
    void aClientThatOffersHttp2IsAnsweredInHttp1() throws Exception {
        String offer = String.join(
                "\r\n",
                "GET /health HTTP/1.1",
                "Host: x",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__",
                "",
                "");
        assertThat(status(serve(patient), offer)).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void aFloodOfMessagesIsReadAtTheBudgetsRateAndNothingOfItIsLost() throws Exception {
        int port = serve(patient.with(Limit.MESSAGES_PER_SECOND, 10));
        Socket client = accepted(port);
        byte[] flood = new byte[21 * 7];
        for (int i = 0; i < 21; i++) {
            System.arraycopy(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'a'}, 0, flood, 7 * i, 7);
        }
        client.getOutputStream().write(flood);
        List<Long> readNs = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            readNs.add(Objects.requireNonNull(texts.poll(60, TimeUnit.SECONDS)));
        }
        assertThat(readNs.get(20) - readNs.get(9))
                .as("a whole second lies between")
                .isGreaterThan(900_000_000L);
    }

    @Test
    void anAcceptedSocketIsNoStrangerAndHasNoDeadline() throws Exception {
        SocketRuntime web = runtime(
                patient.with(Limit.STRANGERS, 2).with(Limit.BODY_MS, SHORT_MS).with(Limit.KEEP_ALIVE_MS, SHORT_MS));
        int port = listen(web);
        EventLoop loop = web.loop();
        loop.after(0, () -> loop.dial(URI.create("ws://127.0.0.1:" + port + "/hold"), Map.of(), new Speaker()));
        assertThat(next()).isEqualTo("opened");
        for (int i = 0; i < 5; i++) {
            assertClosed(send(port, POST));
        }
        loop.after(0, () -> Objects.requireNonNull(speaker).send("still here"));
        assertThat(next()).isEqualTo("still here");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void aSocketThatIsGoneLeavesItsPlaceAlsoInTheMiddleOfAFlood(int messages) throws Exception {
        int port = serve(patient.with(Limit.CONNECTIONS, 3).with(Limit.MESSAGES_PER_SECOND, 10));
        byte[] message = {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'a'};
        for (int i = 0; i < 8; i++) {
            Socket accepted = accepted(port);
            for (int sent = 0; sent < messages; sent++) {
                accepted.getOutputStream().write(message);
            }
            accepted.setSoLinger(true, 0);
            accepted.close();
        }
    }

    private static final String HANDSHAKE = String.join(
            "\r\n",
            "GET /hold HTTP/1.1",
            "Host: x",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Version: 13",
            "",
            "");

    /** A WebSocket by hand, as soon as there is a place for it. */
    private Socket accepted(int port) throws IOException {
        NanoClock clock = NanoClock.system();
        long beganNs = clock.nowNs();
        while (clock.nowNs() - beganNs < FOREVER_MS * 1_000_000L) {
            Socket socket = send(port, HANDSHAKE);
            if (firstLine(socket).equals("HTTP/1.1 101")) {
                return socket;
            }
            socket.close();
        }
        throw new AssertionError("there was never a place again");
    }

    private static String firstLine(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        } catch (SocketException refused) {
            return "";
        }
    }

    private volatile @Nullable Connection speaker;
    private final AtomicInteger ends = new AtomicInteger();

    private int serve(AdmissionBudget budget) throws IOException {
        return listen(runtime(budget));
    }

    private SocketRuntime runtime(AdmissionBudget budget) {
        SocketRuntime web = SocketRuntime.start(NanoClock.system(), budget);
        open.add(web);
        return web;
    }

    private int listen(SocketRuntime web) throws IOException {
        return web.listen("127.0.0.1", 0, 1, new Site()).port();
    }

    private Socket send(int port, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(0, socket);
        socket.setSoTimeout(FOREVER_MS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private String status(int port, String request) throws IOException {
        return new String(send(port, request).getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }

    private static int get(int port) throws Exception {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .build();
        return HttpClient.newHttpClient()
                .send(health, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static void assertClosed(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static void assertStillOpen(Socket socket) throws IOException {
        socket.setSoTimeout(STEP_MS);
        try {
            assertThat(socket.getInputStream().read()).isNotEqualTo(-1);
        } catch (SocketTimeoutException silent) {
            assertThat(socket.isClosed()).isFalse();
        }
    }

    /** Sends one more byte at every step until the server closes; fails when it never does. */
    private static void assertClosedWhileTrickling(Socket socket) throws IOException {
        socket.setSoTimeout(STEP_MS);
        InputStream answers = socket.getInputStream();
        for (int i = 0; i < FOREVER_MS / STEP_MS; i++) {
            try {
                socket.getOutputStream().write('x');
                assertThat(answers.read()).isEqualTo(-1);
                return;
            } catch (SocketTimeoutException stillOpen) {
                assertThat(socket.isClosed()).isFalse();
            } catch (SocketException closed) {
                return;
            }
        }
        throw new AssertionError("the connection was never closed");
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private final class Site implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(200, "here\n");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new Speaker());
        }
    }

    /** Writes down what it hears. */
    private final class Speaker extends DeafListener {
        @Override
        public void onOpened(Connection connection, long atNs) {
            speaker = connection;
            // The two ends open on two threads.
            if (ends.incrementAndGet() == 2) {
                heard.add("opened");
            }
        }

        @Override
        public void onText(String text, long atNs) {
            heard.add(text);
            texts.add(atNs);
        }
    }
}
