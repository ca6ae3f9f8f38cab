package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutOfMemoryExitTest {
    @Test
    void theProcessEndsWithOneLineAndItsExitCode() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<Integer> codes = new ArrayList<>();
        new OutOfMemoryExit(err, codes::add).uncaughtException(Thread.currentThread(), new OutOfMemoryError("heap"));
        assertThat(codes).containsExactly(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("sidetone: out of memory")
                .contains("SIDETONE_JAVA_OPTS=-Xmx1g ")
                .hasLineCount(1);
    }

    @Test
    void anyOtherFailureIsPrintedAndTheProcessGoesOn() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<Integer> codes = new ArrayList<>();
        new OutOfMemoryExit(err, codes::add)
                .uncaughtException(Thread.currentThread(), new IllegalStateException("broken"));
        assertThat(codes).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("IllegalStateException: broken");
    }

    @Test
    void anEventLoopWithoutMemoryEndsTheProcessToo() throws Exception {
        BlockingQueue<Integer> codes = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(new OutOfMemoryExit(OutputStream.nullOutputStream(), codes::add));
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                SocketRuntime.Listening listening = web.listen("127.0.0.1", 0, 1, new FullSite());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), listening.port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(codes.poll(60, TimeUnit.SECONDS)).isEqualTo(3);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** A server that has no memory for its answer. */
    private static final class FullSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            throw new OutOfMemoryError("on purpose");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "no");
        }
    }
}
