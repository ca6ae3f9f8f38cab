package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.HttpHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On real sockets, against a client whose every byte is written here: who closed, and by whose limit. */
class CloseCauseTest {
    private static final int TEXT = 0x81;
    private static final int FIRST_OF_TEXT = 0x01;
    private static final int CONTINUATION = 0x00;
    private static final int PING = 0x89;
    private static final int MIB = 1 << 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private SocketRuntime.Listening listening;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private boolean shortMessages;

    @BeforeEach
    void listen() throws IOException {
        listening = web.listen("127.0.0.1", 0, 1, new Server());
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void oneFrameMayBeAsLongAsAMessage() throws Exception {
        try (Socket client = connected("/listen")) {
            send(client, TEXT, 24 * MIB);
            assertThat(next()).isEqualTo("text " + 24 * MIB);
        }
    }

    @Test
    void aFrameThatIsTooLongIsTheServersOwnLimitAndTheClientIsGivenCode1009() throws Exception {
        try (Socket client = connected("/listen")) {
            send(client, TEXT, 24 * MIB + 1);
            assertThat(next())
                    .isEqualTo("MESSAGE_LIMIT 1009 sent a message longer than the 24 MiB that are taken here");
            assertThat(closingCode(client)).isEqualTo(1009);
        }
    }

    @Test
    void aServerOfShortMessagesTakesNoLongerOnes() throws Exception {
        shortMessages = true;
        try (SocketRuntime.Listening bridge = web.listen("127.0.0.1", 0, 1, new Server());
                Socket client = connected(bridge.port(), "/listen")) {
            send(client, TEXT, 128 * 1_024);
            assertThat(next()).isEqualTo("text " + 128 * 1_024);
            send(client, TEXT, 128 * 1_024 + 1);
            assertThat(next())
                    .isEqualTo("MESSAGE_LIMIT 1009 sent a message longer than the 128 KiB that are taken here");
        }
    }

    @Test
    void aMessageOfManyFramesThatIsTooLongIsNotLostSilently() throws Exception {
        try (Socket client = connected("/listen")) {
            send(client, FIRST_OF_TEXT, 13 * MIB);
            send(client, CONTINUATION, 13 * MIB);
            assertThat(next()).startsWith("MESSAGE_LIMIT 1009 ");
            assertThat(closingCode(client)).isEqualTo(1009);
        }
    }

    @Test
    void aFrameThatBreaksTheProtocolIsTheClientsFaultAndNotItsClose() throws Exception {
        try (Socket client = connected("/listen")) {
            send(client, 0xF1, 1);
            assertThat(next()).startsWith("PROTOCOL 1002 ");
        }
    }

    @Test
    void aClientThatClosesOrIsLostIsNamed() throws Exception {
        try (Socket client = connected("/listen")) {
            client.getOutputStream().write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x0F, (byte) 0xA1});
            assertThat(next()).isEqualTo("PEER 4001 ");
        }
        try (Socket client = connected("/listen")) {
            client.getOutputStream().flush();
        }
        assertThat(next()).isEqualTo("LOSS 1006 ");
    }

    /** Its closing frame lies unread in the socket when a write fails, because it closed the connection right behind it. */
    @Test
    void aClientThatClosesAndIsGoneAtOnceHasClosedAllTheSame() throws Exception {
        try (Socket client = connected("/answer")) {
            client.setTcpNoDelay(true);
            client.getOutputStream().write(new byte[] {(byte) TEXT, (byte) 0x81, 0, 0, 0, 0, '?'});
            assertThat(next()).isEqualTo("text 1");
            client.getOutputStream().write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x0F, (byte) 0xA1});
            client.setSoLinger(true, 0);
        } finally {
            gone.complete(null);
        }
        assertThat(next()).isEqualTo("PEER 4001 ");
    }

    @Test
    void aClientThatNeverReadsIsLetGoOfAtTheLimit() throws Exception {
        try (Socket client = connected("/talk")) {
            assertThat(next())
                    .isEqualTo("UNREAD_LIMIT 1008 does not read: the 8 MiB that are held for it here were full");
            assertThat(isEnded(client)).isTrue();
        }
    }

    @Test
    void aClientThatSaysNothingAndHearsNothingIsLetGoOfByTheServersLimit() throws Exception {
        AdmissionBudget impatient = AdmissionBudget.usual().with(AdmissionBudget.Limit.SILENT_SOCKET_MS, 300);
        try (SocketRuntime sockets = SocketRuntime.start(NanoClock.system(), impatient)) {
            listening = sockets.listen("127.0.0.1", 0, 1, new Server());
            try (Socket client = connected("/listen")) {
                assertThat(next()).startsWith("SILENCE_LIMIT 1001 sent nothing for ");
                assertThat(isEnded(client)).isTrue();
            }
        }
    }

    @Test
    void aClientThatPingsAndNeverReadsIsLetGoOfToo() throws Exception {
        try (Socket client = connected("/listen")) {
            byte[] pings = pings();
            int sent = 0;
            while (heard.isEmpty() && sent < 200) {
                try {
                    client.getOutputStream().write(pings);
                    sent++;
                } catch (IOException closed) {
                    break;
                }
            }
            assertThat(next()).startsWith("UNREAD_LIMIT ");
        }
    }

    /** Some thousand pings, each as long as a ping may be. */
    private static byte[] pings() {
        ByteBuffer pings = ByteBuffer.allocate(4_096 * 131);
        while (pings.hasRemaining()) {
            pings.put((byte) PING).put((byte) (0x80 | 125)).putInt(0).put(new byte[125]);
        }
        return pings.array();
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private Socket connected(String path) throws IOException {
        return connected(listening.port(), path);
    }

    private static Socket connected(int port, String path) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        client.setSoTimeout(60_000);
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(HttpHead.read(client.getInputStream())).startsWith("HTTP/1.1 101");
        return client;
    }

    /** Sends a frame of {@code bytes} zeros, masked with zeros. */
    private static void send(Socket client, int opcode, int bytes) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(ByteBuffer.allocate(14)
                .put((byte) opcode)
                .put((byte) (0x80 | 127))
                .putLong(bytes)
                .putInt(0)
                .array());
        byte[] zeros = new byte[64 * 1024];
        try {
            for (int left = bytes; left > 0; left -= zeros.length) {
                out.write(zeros, 0, Math.min(left, zeros.length));
            }
        } catch (IOException refused) {
            // It is closed already, which is what some tests are about.
        }
    }

    private static int closingCode(Socket client) throws IOException {
        byte[] frame = client.getInputStream().readNBytes(4);
        assertThat(frame[0]).as("opcode of a closing frame").isEqualTo((byte) 0x88);
        return ((frame[2] & 0xFF) << 8) | (frame[3] & 0xFF);
    }

    /** Reads to the end, which comes although nothing was read before. */
    private static boolean isEnded(Socket client) throws IOException {
        byte[] some = new byte[1 << 16];
        int read = 0;
        while (read >= 0) {
            try {
                read = client.getInputStream().read(some);
            } catch (java.net.SocketException reset) {
                return true;
            }
        }
        return true;
    }

    private final class Server implements RequestHandler {
        private final boolean isShort = shortMessages;

        @Override
        public AdmissionBudget.Limit messageLimit() {
            return isShort ? AdmissionBudget.Limit.STREAM_MESSAGE_BYTES : AdmissionBudget.Limit.MESSAGE_BYTES;
        }

        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new Listener(request.path(), loop));
        }
    }

    /** Talks without an end, or answers a client that is gone by then, or listens. */
    private final class Listener implements ConnectionListener {
        private final String path;
        private final EventLoop loop;
        private @Nullable Connection open;
        private boolean over;

        Listener(String path, EventLoop loop) {
            this.path = path;
            this.loop = loop;
        }

        @Override
        public void onOpened(Connection wire, long atNs) {
            open = wire;
            if (path.equals("/talk")) {
                talk(wire);
            }
        }

        private void talk(Connection wire) {
            if (!over) {
                wire.send("x".repeat(100_000));
                loop.after(1, () -> talk(wire));
            }
        }

        @Override
        public void onText(String text, long atNs) {
            heard.add("text " + text.length());
            if (path.equals("/answer") && open != null) {
                gone.join();
                open.send("the write that fails");
            }
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {}

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            over = true;
            heard.add(cause.by() + " " + cause.code() + " " + cause.reason());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {}
    }
}
