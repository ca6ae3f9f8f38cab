package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.DeafListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls on real sockets: many at once, and what only a real socket can show. */
class SocketCallsTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("value=\"([0-9a-f]{32})\"");

    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** The loop of each call. */
    private final List<String> loops = new CopyOnWriteArrayList<>();

    private @Nullable Bridge bridge;

    @BeforeEach
    void serve() throws IOException {
        SocketRuntime.Listening agent = web.listen("127.0.0.1", 0, 1, new AgentSite());
        BridgeConfig.Agent target = new BridgeConfig.Agent(
                "openai", URI.create("ws://127.0.0.1:" + agent.port() + "/"), "key", OpenAi.REALTIME.defaults());
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 2, null, "12345", target);
        bridge = Bridge.start(config, web, this::begins, CallControl.none());
    }

    private Consumer<CallEvent> begins(String callSid) {
        loops.add(Thread.currentThread().getName());
        return event -> {};
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void sixtyCallsAtOnceAllReachTheirAgents() throws Exception {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            callers.add(call("CA" + i));
        }
        for (int i = 0; i < 60; i++) {
            assertThat(next()).isEqualTo("agent ready");
        }
        callers.forEach(caller -> caller.say("////"));
        for (int i = 0; i < 60; i++) {
            assertThat(next()).isEqualTo("agent heard");
        }
        assertThat(get("/metrics")).contains("sidetone_calls_active 60");

        callers.forEach(Caller::stop);
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            ends.add(next());
        }
        assertThat(ends).filteredOn(end -> end.startsWith("caller closed 1000")).hasSize(60);
        assertThat(ends).filteredOn("agent closed 1000"::equals).hasSize(60);
    }

    /** The server gives each loop a connection in turn. */
    @Test
    void callsAreSharedByBothLoopsAlsoWhereEveryOtherConnectionIsAWebhook() throws Exception {
        for (int i = 0; i < 8; i++) {
            connectAndAsk();
            call("CA" + i);
            assertThat(next()).isEqualTo("agent ready");
        }
        for (String loop : loops) {
            assertThat(loops).filteredOn(loop::equals).hasSizeBetween(1, 7);
        }
        assertThat(loops).hasSize(8);
    }

    private void connectAndAsk() throws IOException {
        try (Socket asking = new Socket(InetAddress.getLoopbackAddress(), bridge().port())) {
            asking.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(asking.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void aBridgeThatGoesDownEndsWhatStillRuns() throws Exception {
        call("CA1");
        assertThat(next()).isEqualTo("agent ready");
        assertThat(bridge().drain(50)).isFalse();
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("caller closed 1001", "agent closed 1000");
        assertThat(bridge().drain(60_000)).isTrue();
    }

    private Caller call(String callSid) throws Exception {
        String url = "http://127.0.0.1:" + bridge().port();
        String twiml = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/voice"))
                                .POST(HttpRequest.BodyPublishers.ofString("CallSid=" + callSid))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(twiml);
        assertThat(token.find()).as(twiml).isTrue();
        EventLoop loop = web.loop();
        Caller caller = new Caller(callSid, token.group(1), loop);
        loop.after(0, () -> loop.dial(URI.create("ws" + url.substring(4) + "/media"), Map.of(), caller));
        caller.opened.get(60, TimeUnit.SECONDS);
        return caller;
    }

    private String get(String path) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + bridge().port() + path);
        return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Bridge bridge() {
        if (bridge == null) {
            throw new AssertionError("no bridge");
        }
        return bridge;
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    /** Twilio's end of one call. */
    private final class Caller extends Listener {
        private final CompletableFuture<Connection> opened = new CompletableFuture<>();
        private final String callSid;
        private final String token;
        private final EventLoop loop;
        private boolean over;

        Caller(String callSid, String token, EventLoop loop) {
            super("caller");
            this.callSid = callSid;
            this.token = token;
            this.loop = loop;
        }

        void say(String payload) {
            opened.join().send(media(payload));
        }

        private static String media(String payload) {
            return "{\"event\":\"media\",\"media\":{\"payload\":\"" + payload + "\"}}";
        }

        /** On a slow machine the others take longer than a stream may be without media. */
        private void stayOnTheLine(Connection connection) {
            if (!over) {
                connection.send(media(""));
                loop.after(SECOND_NS, () -> stayOnTheLine(connection));
            }
        }

        void stop() {
            opened.join().send("{\"event\":\"stop\",\"streamSid\":\"MZ\",\"stop\":{}}");
        }

        @Override
        public void onOpened(Connection connection, long atNs) {
            connection.send("{\"event\":\"start\",\"start\":{\"streamSid\":\"MZ" + callSid + "\",\"callSid\":\""
                    + callSid + "\",\"customParameters\":{\"token\":\"" + token + "\"}}}");
            stayOnTheLine(connection);
            opened.complete(connection);
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            over = true;
            super.onClosed(cause, atNs);
        }
    }

    /** The agent's end of one call: ready as soon as it is configured. */
    private final class AgentEnd extends Listener {
        private @Nullable Connection connection;

        AgentEnd() {
            super("agent");
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            connection = opened;
            opened.send("{\"type\":\"session.created\",\"session\":{}}");
        }

        @Override
        public void onText(String text, long atNs) {
            if (text.contains("session.update") && connection != null) {
                connection.send("{\"type\":\"session.updated\",\"session\":{}}");
                heard.add("agent ready");
            } else if (text.contains("////")) {
                heard.add("agent heard");
            }
        }
    }

    private class Listener extends DeafListener {
        private final String name;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            heard.add(name + " closed " + cause.code());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            heard.add(name + " failed " + httpStatus);
        }
    }

    private final class AgentSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new AgentEnd());
        }
    }
}
