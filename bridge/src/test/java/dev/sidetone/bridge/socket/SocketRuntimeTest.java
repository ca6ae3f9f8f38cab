package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Timers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On real sockets: what Vert.x has to do for us. */
class SocketRuntimeTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private SocketRuntime.Listening listening;

    @BeforeEach
    void listen() throws IOException {
        listening = web.listen("127.0.0.1", 0, 1, new EchoSite());
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void textAndBinaryComeBackAndBothEndsHearTheClose() throws Exception {
        dial("/echo", "client");
        assertThat(next()).isEqualTo("client opened");
        assertThat(next()).isEqualTo("client text hello");
        assertThat(next()).isEqualTo("client binary 3");
        assertThat(List.of(next(), next()))
                .containsExactlyInAnyOrder("client closed 4001 enough", "server closed 4001");
    }

    @Test
    void aRefusedUpgradeTellsItsStatus() throws Exception {
        dial("/forbidden", "client");
        assertThat(next()).isEqualTo("client failed 403");
    }

    @Test
    void sixtyCallsAreOpenAtOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            dial("/hold", "c");
        }
        for (int i = 0; i < 60; i++) {
            assertThat(next()).isEqualTo("c opened");
        }
    }

    @Test
    void plainRequestsAreAnswered() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening.port() + "/x?y=1"))
                                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST /x y=1 a=b true");
    }

    @Test
    void severalLoopsShareOnePort() throws Exception {
        Set<Thread> loops = ConcurrentHashMap.newKeySet();
        RequestHandler site = new ThreadSite(loops);
        try (SocketRuntime.Listening shared = web.listen("127.0.0.1", 0, 3, site)) {
            for (int i = 0; i < 9; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shared.port() + "/"))
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(204);
            }
        }
        assertThat(loops).hasSizeGreaterThan(1);
    }

    @Test
    void aSiteThatBreaksStillAnswers() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening.port() + "/broken"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> web.listen("127.0.0.1", listening.port(), 1, new EchoSite()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + listening.port() + " on 127.0.0.1 is taken");
    }

    @Test
    void severalLoopsShareOneFreePort() throws Exception {
        listening.close();
        listening = web.listen("127.0.0.1", 0, 4, new EchoSite());
        for (int i = 0; i < 8; i++) {
            dial("/hold", "c");
        }
        for (int i = 0; i < 8; i++) {
            assertThat(next()).isEqualTo("c opened");
        }
    }

    @Test
    void eachSiteHasAFreePortOfItsOwn() throws Exception {
        SocketRuntime.Listening another = web.listen("127.0.0.1", 0, 2, new EchoSite());
        assertThat(another.port()).isPositive().isNotEqualTo(listening.port());
    }

    @Test
    void aPortThatSeveralLoopsWouldShareIsNamedWhenItIsTaken() {
        assertThatThrownBy(() -> web.listen("127.0.0.1", listening.port(), 2, new EchoSite()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + listening.port() + " on 127.0.0.1 is taken");
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThatThrownBy(() -> web.listen("127.0.0.1", 65_536, 1, new EchoSite()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port 65536 is none");
    }

    @Test
    void aPingIsAnsweredWithoutTheOtherSidesDoing() throws Exception {
        EventLoop loop = web.loop();
        URI url = URI.create("ws://127.0.0.1:" + listening.port() + "/hold");
        loop.after(
                0,
                () -> loop.dial(url, Map.of(), new Client("c") {
                    @Override
                    public void onOpened(Connection wire, long atNs) {
                        wire.ping();
                    }

                    @Override
                    public void onPong(long atNs) {
                        heard.add("pong");
                    }
                }));
        assertThat(next()).isEqualTo("pong");
    }

    @Test
    void timersRunOnTheLoopAndCanBeCancelled() throws Exception {
        EventLoop loop = web.loop();
        loop.after(0, () -> {
            Timers.Timer cancelled = loop.after(5_000_000, () -> heard.add("cancelled"));
            cancelled.cancel();
            loop.after(20_000_000, () -> heard.add("late"));
            heard.add("at once");
        });
        assertThat(next()).isEqualTo("at once");
        assertThat(next()).isEqualTo("late");
    }

    private void dial(String path, String name) {
        EventLoop loop = web.loop();
        URI url = URI.create("ws://127.0.0.1:" + listening.port() + path);
        loop.after(0, () -> loop.dial(url, Map.of(), new Client(name)));
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    /** Says hello, waits for the echo of text and binary, then closes. */
    private class Client implements ConnectionListener {
        private final String name;

        Client(String name) {
            this.name = name;
        }

        @Override
        public void onOpened(Connection wire, long atNs) {
            heard.add(name + " opened");
            wire.send("hello");
        }

        @Override
        public void onText(String text, long atNs) {
            heard.add(name + " text " + text);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            heard.add(name + " binary " + bytes.length);
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            heard.add(name + " closed " + cause.code() + " " + cause.reason());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            heard.add(name + " failed " + httpStatus);
        }
    }

    /** Notes which threads it is asked on. */
    private record ThreadSite(Set<Thread> asked) implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            asked.add(Thread.currentThread());
            return Response.text(204, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "no");
        }
    }

    private final class EchoSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            if (request.path().equals("/broken")) {
                throw new IllegalStateException("on purpose");
            }
            return Response.text(
                    200,
                    request.method() + " " + request.path() + " " + request.query() + " " + request.body() + " "
                            + request.fromLoopback());
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return switch (request.path()) {
                case "/echo" -> new Upgrade.Accept(new Echo(true));
                case "/hold" -> new Upgrade.Accept(new Echo(false));
                default -> new Upgrade.Refuse(403, "no");
            };
        }
    }

    private final class Echo implements ConnectionListener {
        private final boolean answers;
        private @Nullable Connection wire;

        Echo(boolean answers) {
            this.answers = answers;
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            wire = opened;
        }

        @Override
        public void onText(String text, long atNs) {
            if (answers && wire != null) {
                wire.send(text);
                wire.send(new byte[3]);
                wire.close(4001, "enough");
            }
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {}

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            if (answers) {
                heard.add("server closed " + cause.code());
            }
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {}
    }
}
