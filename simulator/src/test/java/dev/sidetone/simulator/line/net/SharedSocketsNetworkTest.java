package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real sockets to a server that returns what it gets. */
@Tag("real-time")
class SharedSocketsNetworkTest {
    private static final int LOOPS = 2;

    private final NanoClock clock = NanoClock.system();
    private final SocketRuntime server = SocketRuntime.start(clock);
    private final BlockingQueue<CloseCause> closedAtServer = new LinkedBlockingQueue<>();
    private final SharedSocketsNetwork network = new SharedSocketsNetwork(clock, LOOPS);
    private String origin = "";

    @BeforeEach
    void serve() throws IOException {
        origin = "ws://127.0.0.1:"
                + server.listen("127.0.0.1", 0, 1, new Returning()).port();
    }

    @AfterEach
    void end() {
        network.close();
        server.close();
    }

    @Test
    void manySocketsShareTheirThreads() throws Exception {
        Set<Thread> threads = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Client client = open();
            client.wire().send("hello");
            assertThat(client.next()).isEqualTo("text hello");
            threads.addAll(client.threads);
        }
        assertThat(threads).hasSize(LOOPS);
    }

    @Test
    void messagesKeepTheirOrderAndEachIsStampedWhenItLeaves() throws Exception {
        Client client = open();
        Connection wire = client.wire();
        long beganNs = clock.nowNs();
        for (int i = 0; i < 100; i++) {
            wire.send("message " + i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(client.next()).isEqualTo("text message " + i);
        }
        assertThat(client.writtenNs).hasSize(100).allMatch(atNs -> atNs - beganNs >= 0);
    }

    @Test
    void aClosingHandshakeIsTheOwners() throws Exception {
        Client client = open();
        client.wire().send("last words");
        client.wire().close(1000, "");
        assertThat(client.next()).isEqualTo("text last words");
        assertThat(client.next()).isEqualTo("closed OWNER 1000");
        assertThat(closedAtServer.poll(60, TimeUnit.SECONDS)).isEqualTo(CloseCause.byPeer(1000, ""));
    }

    @Test
    void aConnectionThatIsCutIsGoneWithoutAWord() throws Exception {
        open().link().cut();
        assertThat(closedAtServer.poll(60, TimeUnit.SECONDS)).isEqualTo(CloseCause.lost());
    }

    @Test
    void aRefusalAndANobodyAreToldApart() throws Exception {
        assertThat(dial(origin + "/refused").next()).isEqualTo("refused 403");
        try (ReservedPort nobody = new ReservedPort()) {
            assertThat(dial("ws://127.0.0.1:" + nobody.number() + "/").next()).isEqualTo("unreachable REFUSED");
        }
    }

    private Client open() throws InterruptedException {
        Client client = dial(origin + "/");
        assertThat(client.next()).isEqualTo("opened");
        return client;
    }

    private Client dial(String url) {
        Client client = new Client();
        client.link = network.dial(URI.create(url), Map.of(), client);
        return client;
    }

    private static final class Client implements StreamSocketListener {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<Long> writtenNs = new LinkedBlockingQueue<>();
        private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        private volatile Connection wire = new NoWire();
        private Network.Link link = () -> {};

        Connection wire() {
            return wire;
        }

        Network.Link link() {
            return link;
        }

        String next() throws InterruptedException {
            return String.valueOf(events.poll(60, TimeUnit.SECONDS));
        }

        @Override
        public void onOpened(Connection connection, long atNs) {
            wire = connection;
            threads.add(Thread.currentThread());
            events.add("opened");
        }

        @Override
        public void onText(String text, long atNs) {
            events.add("text " + text);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            events.add("binary");
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            events.add("closed " + cause.by() + " " + cause.code());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            events.add("refused " + httpStatus);
        }

        @Override
        public void onUnreachable(ConnectionFailure trouble, String why, long atNs) {
            events.add("unreachable " + trouble);
        }

        @Override
        public void onHeldBack(long atNs) {
            events.add("held back");
        }

        @Override
        public void onWritten(long atNs) {
            threads.add(Thread.currentThread());
            writtenNs.add(atNs);
        }
    }

    private static final class NoWire implements Connection {
        @Override
        public void send(String text) {}

        @Override
        public void send(byte[] binary) {}

        @Override
        public void close(int code, String reason) {}
    }

    /** Returns every text; refuses one path. */
    private final class Returning implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return request.path().equals("/refused")
                    ? new Upgrade.Refuse(403, "no")
                    : new Upgrade.Accept(new Returned());
        }
    }

    private final class Returned implements ConnectionListener {
        private Connection wire = new NoWire();

        @Override
        public void onOpened(Connection connection, long atNs) {
            wire = connection;
        }

        @Override
        public void onText(String text, long atNs) {
            wire.send(text);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {}

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            closedAtServer.add(cause);
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {}
    }
}
