package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On real sockets: the host that a request names. */
class RequestHostTest {
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void theHostIsThatOfTheUrlAndTheAnswerHttp1WhicheverVersionIsAskedFor(HttpClient.Version version) throws Exception {
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                SocketRuntime.Listening listening = web.listen("127.0.0.1", 0, 1, new HostSite())) {
            URI url = URI.create("http://127.0.0.1:" + listening.port() + "/host");

            HttpResponse<String> answer = HttpClient.newBuilder()
                    .version(version)
                    .build()
                    .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.body()).isEqualTo("127.0.0.1:" + listening.port());
        }
    }

    private static final class HostSite implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(200, request.headers().getOrDefault("host", "none"));
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "no WebSocket here");
        }
    }
}
