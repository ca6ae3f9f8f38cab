package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import org.junit.jupiter.api.Test;

/** Servers that are closed by a thread that was interrupted, as a command's is. */
class InterruptedCloseTest {
    @Test
    void anInterruptedThreadClosesWholeAndStaysInterrupted() throws Exception {
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system())) {
            SocketRuntime.Listening listening = web.listen("127.0.0.1", 0, 1, new Silent());
            int port = listening.port();
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
