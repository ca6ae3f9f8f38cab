package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.time.NanoClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On real sockets: whom the bridge dialled floods it no more than who dialled the bridge. */
class DialledFloodTest {
    private final BlockingQueue<Long> readNs = new LinkedBlockingQueue<>();

    @Test
    void whatADialledPeerSendsIsReadAtTheBudgetsRateAndNothingOfItIsLost() throws Exception {
        AdmissionBudget budget = AdmissionBudget.usual().with(Limit.MESSAGES_PER_SECOND, 10);
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system(), budget)) {
            int port = web.listen("127.0.0.1", 0, 1, new Flooding()).port();
            EventLoop loop = web.loop();
            loop.after(0, () -> loop.dial(URI.create("ws://127.0.0.1:" + port + "/"), Map.of(), new Reader()));
            List<Long> read = new ArrayList<>();
            for (int i = 0; i < 21; i++) {
                read.add(Objects.requireNonNull(readNs.poll(60, TimeUnit.SECONDS)));
            }
            assertThat(read.get(20) - read.get(9))
                    .as("a whole second lies between")
                    .isGreaterThan(900_000_000L);
        }
    }

    /** Says a lot as soon as it is dialled. */
    private static final class Flooding implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Accept(new DeafListener() {
                @Override
                public void onOpened(Connection wire, long atNs) {
                    for (int i = 0; i < 21; i++) {
                        wire.send("a");
                    }
                }
            });
        }
    }

    private final class Reader extends DeafListener {
        @Override
        public void onText(String text, long atNs) {
            readNs.add(atNs);
        }
    }
}
