package dev.sidetone.bridge.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On real sockets: how a tool is asked, and what counts as its answer. */
class HttpToolClientTest {
    private final BlockingQueue<ToolClient.ToolResponse> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<RequestHandler.Request> requests = new LinkedBlockingQueue<>();
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final EventLoop loop = web.loop();
    private final HttpToolClient post = new HttpToolClient();
    private SocketRuntime.Listening shop;

    @BeforeEach
    void serve() throws IOException {
        shop = web.listen("127.0.0.1", 0, 1, new ShopSite());
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void theArgumentsArePostedAsJsonAndTheBodyComesBack() throws Exception {
        ask("/book");
        assertThat(answer()).isEqualTo(new ToolClient.ToolResponse(false, "{\"table\":7}"));
        RequestHandler.Request request = requests.take();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{\"seats\":4}");
        assertThat(request.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void aRefusalIsNamed() throws Exception {
        ask("/broken");
        assertThat(answer()).isEqualTo(new ToolClient.ToolResponse(true, "it answered with HTTP 500"));
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        ask("/long");
        assertThat(answer().text()).contains("longer than 65536 bytes");
    }

    @Test
    void nobodyThereIsNamed() throws Exception {
        try (ReservedPort nobody = new ReservedPort()) {
            ask(nobody.number(), "/book");
            assertThat(answer().text()).startsWith("it cannot be reached: ");
        }
    }

    private void ask(String path) {
        ask(shop.port(), path);
    }

    private void ask(int port, String path) {
        URI url = URI.create("http://127.0.0.1:" + port + path);
        loop.after(0, () -> post.post(url, "{\"seats\":4}", loop, answers::add));
    }

    private ToolClient.ToolResponse answer() throws InterruptedException {
        ToolClient.ToolResponse answer = answers.poll(60, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer;
    }

    private final class ShopSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop on) {
            requests.add(request);
            return switch (request.path()) {
                case "/book" -> new Response(200, "application/json", "{\"table\":7}");
                case "/long" -> new Response(200, "application/json", "x".repeat(100_000));
                default -> Response.text(500, "no");
            };
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop on) {
            return new Upgrade.Refuse(404, "");
        }
    }
}
