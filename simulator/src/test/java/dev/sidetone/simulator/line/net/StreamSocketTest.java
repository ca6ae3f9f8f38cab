package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.HttpHead;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client of a stream against a server whose every byte is written here. */
class StreamSocketTest {
    private static final byte[] CLOSE_1000 = {(byte) 0x88, 2, 0x03, (byte) 0xE8};
    private static final byte[] CLOSE_WITHOUT_CODE = {(byte) 0x88, 0};
    private static final long PATIENCE_S = 60;

    /** The library interrupts its writing thread at a close; that thread may be in the middle of a frame then. */
    @Test
    void aServerThatClosesWhileAFrameIsBeingWrittenGetsItsClosingFrameAnswered() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SocketNetwork network =
                        new SocketNetwork(NanoClock.system(), TrustedCertificates.publicAuthorities())) {
            CompletableFuture<byte[]> lastRead =
                    CompletableFuture.supplyAsync(() -> closeAfterTheFirstFrame(server, CLOSE_1000));
            SlowWriter stream = new SlowWriter();

            network.dial(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/media"), Map.of(), stream);

            byte[] last = lastRead.get(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(last).as("after the frame of text").hasSizeGreaterThanOrEqualTo(2);
            assertThat(last[0]).as("opcode of a closing frame").isEqualTo((byte) 0x88);
        }
    }

    @ParameterizedTest
    @MethodSource("closes")
    void aCloseWithoutACodeIsNotTakenForAnOrderlyOne(byte[] close, int code) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SocketNetwork network =
                        new SocketNetwork(NanoClock.system(), TrustedCertificates.publicAuthorities())) {
            CompletableFuture<byte[]> lastRead =
                    CompletableFuture.supplyAsync(() -> closeAfterTheFirstFrame(server, close));
            SlowWriter stream = new SlowWriter();

            network.dial(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/media"), Map.of(), stream);

            lastRead.get(PATIENCE_S, TimeUnit.SECONDS);
            assertThat(stream.code.get(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo(code);
        }
    }

    private static Stream<Arguments> closes() {
        return Stream.of(arguments(CLOSE_WITHOUT_CODE, 1005), arguments(CLOSE_1000, 1000));
    }

    @Test
    void aMessageThatIsTooLongIsAnEndByTheLinesOwnLimit() throws Exception {
        CloseCause cause = endOf(socket -> {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(new byte[] {(byte) 0x81, 127});
            out.writeLong((16L << 20) + 1);
            out.flush();
            readToTheEnd(socket);
        });
        assertThat(cause).isEqualTo(CloseCause.tooLong(16 << 20));
    }

    @Test
    void aServerThatReadsNothingIsLetGoOfAtTheLimit() throws Exception {
        Reading stream = new Reading();
        stream.texts = 200;
        CloseCause cause = endOf(NanoClock.system(), stream, socket -> stream.cause.get(PATIENCE_S, TimeUnit.SECONDS));
        assertThat(cause).isEqualTo(CloseCause.unread(8 << 20));
    }

    @Test
    void aServerThatFloodsTheLineWaitsAndLosesNothing() throws Exception {
        int messages = ReadingPace.MOST_MESSAGES + 1_000;
        Reading stream = new Reading();
        NanoClock clock = NanoClock.system();
        long beganNs = clock.nowNs();
        // However long a busy machine takes to read them, the first second ends when the line has held back.
        NanoClock stopped = () -> stream.heldBack.get() == 0 ? beganNs : clock.nowNs();
        endOf(stopped, stream, socket -> {
            byte[] frame = {(byte) 0x81, 2, 'h', 'i'};
            ByteBuffer flood = ByteBuffer.allocate(messages * frame.length);
            while (flood.hasRemaining()) {
                flood.put(frame);
            }
            socket.getOutputStream().write(flood.array());
            socket.getOutputStream().write(CLOSE_1000);
            readToTheEnd(socket);
        });
        assertThat(stream.heard.get()).isEqualTo(messages);
        assertThat(stream.heldBack.get()).isEqualTo(1);
    }

    @Test
    void anAnswerToTheHandshakeWithoutAnEndIsGivenUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SocketNetwork network =
                        new SocketNetwork(NanoClock.system(), TrustedCertificates.publicAuthorities())) {
            CompletableFuture<Boolean> dropped = CompletableFuture.supplyAsync(() -> isDroppedInItsHead(server));
            network.dial(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/media"), Map.of(), new Reading());
            assertThat(dropped.get(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean isDroppedInItsHead(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 101 yes\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] header = ("x: " + "y".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 20_000; i++) {
                out.write(header);
            }
            return false;
        } catch (IOException dropped) {
            return true;
        }
    }

    private static CloseCause endOf(Behaviour server) throws Exception {
        return endOf(NanoClock.system(), new Reading(), server);
    }

    private static CloseCause endOf(NanoClock clock, Reading stream, Behaviour behaviour) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SocketNetwork network = new SocketNetwork(clock, TrustedCertificates.publicAuthorities())) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(server, behaviour));
            network.dial(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/media"), Map.of(), stream);
            CloseCause cause = stream.cause.get(PATIENCE_S, TimeUnit.SECONDS);
            serving.get(PATIENCE_S, TimeUnit.SECONDS);
            return cause;
        }
    }

    private static void serve(ServerSocket server, Behaviour behaviour) {
        try (Socket socket = server.accept()) {
            upgrade(socket);
            behaviour.play(socket);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void readToTheEnd(Socket socket) throws IOException {
        byte[] some = new byte[1_024];
        int read = 0;
        while (read >= 0) {
            read = socket.getInputStream().read(some);
        }
    }

    /** What a server does on its open WebSocket. */
    private interface Behaviour {
        void play(Socket socket) throws Exception;
    }

    /** Sends texts as soon as it is open, and keeps the reason of the end. */
    private static final class Reading implements StreamSocketListener {
        private final CompletableFuture<CloseCause> cause = new CompletableFuture<>();
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger heldBack = new AtomicInteger();
        private int texts;

        @Override
        public void onOpened(Connection connection, long atNs) {
            for (int i = 0; i < texts; i++) {
                connection.send("x".repeat(100_000));
            }
        }

        @Override
        public void onText(String text, long atNs) {
            heard.incrementAndGet();
        }

        @Override
        public void onHeldBack(long atNs) {
            heldBack.incrementAndGet();
        }

        @Override
        public void onBinary(byte[] binary, long atNs) {}

        @Override
        public void onClosed(CloseCause why, long atNs) {
            cause.complete(why);
        }

        @Override
        public void onFailed(int status, String why, long atNs) {}

        @Override
        public void onUnreachable(ConnectionFailure trouble, String why, long atNs) {}

        @Override
        public void onWritten(long atNs) {}
    }

    /** Does not come back from writing a frame before the connection is known to be closed. */
    private static final class SlowWriter implements StreamSocketListener {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public void onOpened(Connection connection, long atNs) {
            connection.send("hello");
        }

        @Override
        public void onText(String text, long atNs) {}

        @Override
        public void onBinary(byte[] binary, long atNs) {}

        @Override
        public void onClosed(CloseCause how, long atNs) {
            code.complete(how.code());
            closed.countDown();
        }

        @Override
        public void onFailed(int status, String why, long atNs) {
            throw new AssertionError("refused with " + status);
        }

        @Override
        public void onUnreachable(ConnectionFailure trouble, String why, long atNs) {
            throw new AssertionError("not reached: " + why);
        }

        @Override
        public void onHeldBack(long atNs) {}

        @Override
        public void onWritten(long atNs) {
            boolean interrupted = false;
            while (true) {
                try {
                    if (!closed.await(PATIENCE_S, TimeUnit.SECONDS)) {
                        throw new AssertionError("it is never closed");
                    }
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static byte[] closeAfterTheFirstFrame(ServerSocket server, byte[] close) {
        try (Socket socket = server.accept()) {
            upgrade(socket);
            InputStream in = socket.getInputStream();
            in.readNBytes(2 + 4 + "hello".length());
            socket.getOutputStream().write(close);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void upgrade(Socket socket) throws IOException {
        String answer = HttpHead.accepting(HttpHead.read(socket.getInputStream()));
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
