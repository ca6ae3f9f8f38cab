package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The line's socket against a server that is gone before everything is written. */
class InstrumentedSocketTest {
    private static final byte[] TEXT = {(byte) 0x81, 0};
    private static final byte[] CLOSE_1000 = {(byte) 0x88, 2, 0x03, (byte) 0xE8};

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger framed = new AtomicInteger();

    /** As a server does that closes the connection right behind its closing frame, while the caller's frames come every 20 ms. */
    @Test
    void theServersLastWordsAreReadThoughAWriteHasFailed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            sayAndDrop(server);
            try (InstrumentedSocket line = new InstrumentedSocket(
                    client,
                    NanoClock.system(),
                    atNs -> written.incrementAndGet(),
                    length -> framed.incrementAndGet(),
                    () -> {})) {
                while (written.get() == framed.get()) {
                    line.getOutputStream().write(TEXT);
                }
                byte[] read = line.getInputStream().readNBytes(CLOSE_1000.length);

                assertThat(read).isEqualTo(CLOSE_1000);
                assertThat(framed.get())
                        .as("frames whose room in the queue is free again")
                        .isEqualTo(written.get() + 1);
            }
        }
    }

    private static void sayAndDrop(ServerSocket server) throws IOException {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(CLOSE_1000);
            socket.setSoLinger(true, 0);
        }
    }
}
