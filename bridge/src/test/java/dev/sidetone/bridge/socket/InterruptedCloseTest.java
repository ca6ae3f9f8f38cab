package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import org.junit.jupiter.api.Test;

/** Servers that are closed by a thread that was interrupted, as a command's is. */
class InterruptedCloseTest {
    @Test
    void anInterruptedThreadClosesWholeAndStaysInterrupted() throws Exception {
        try (ReservedPort reserved = new ReservedPort();
                SocketRuntime web = SocketRuntime.start(NanoClock.system())) {
            int port = reserved.forServer();
            SocketRuntime.Listening listening = web.listen("127.0.0.1", port, 1, new Silent());
            Thread.currentThread().interrupt();
            listening.close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(web.listen("127.0.0.1", port, 1, new Silent()).port()).isEqualTo(port);
        }
    }

    private static final class Silent implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "nothing is here\n");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "nothing is here");
        }
    }
}
