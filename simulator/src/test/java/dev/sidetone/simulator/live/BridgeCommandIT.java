package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bridge as a plain server, by its public command. */
@Timeout(240)
class BridgeCommandIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aServerTellsHowItIsAndWhatItCounts() throws Exception {
        try (SidetoneRun bridge =
                SidetoneLauncher.HERE.bridge(folder, Map.of(), "--listen", "127.0.0.1", "--max-calls", "1")) {
            bridge.says("bridge: http://127.0.0.1:" + bridge.port() + "/voice answers with practice");
            assertThat(get(bridge, "/health")).isEqualTo("ok\n");
            assertThat(voice(bridge, "CA1").body()).contains("<Stream");
            assertThat(voice(bridge, "CA2").body()).contains("<Reject reason=\"busy\"/>");
            assertThat(get(bridge, "/metrics").lines())
                    .contains(
                            "sidetone_calls_total 0.0",
                            "sidetone_calls_refused_total 1.0",
                            "sidetone_barge_ins_total 0.0",
                            "# TYPE sidetone_ttfa_bridge_seconds histogram",
                            "sidetone_ttfa_bridge_seconds_count 0",
                            "# TYPE sidetone_calls_total counter");
            bridge.terminate();
            assertThat(bridge.exitCode()).isZero();
        }
    }

    @Test
    void withAPublicAddressThisMachineHasToSignToo() throws Exception {
        try (SidetoneRun bridge = SidetoneLauncher.AS_PROCESS.bridge(
                folder, Map.of("TWILIO_AUTH_TOKEN", "secret"), "--public-url", "https://voice.example.com")) {
            bridge.says("answers with practice");
            assertThat(voice(bridge, "CA1").statusCode()).isEqualTo(403);
            bridge.says("refused with 403, signature missing for https://voice.example.com/voice");
            assertThat(get(bridge, "/metrics").lines())
                    .contains("sidetone_refused_requests_total{why=\"signature\"} 1.0");
        }
    }

    @Test
    void aPageInTheBrowserIsRefusedWithTheOptionThatLetsItIn() throws Exception {
        try (SidetoneRun bridge = SidetoneLauncher.AS_PROCESS.bridge(folder, Map.of())) {
            bridge.says("answers with practice");
            assertThat(fromPage(bridge).statusCode()).isEqualTo(403);
            bridge.says("--allow-origin http://localhost:5173 lets it in");
        }
        try (SidetoneRun bridge =
                SidetoneLauncher.HERE.bridge(folder, Map.of(), "--allow-origin", "http://localhost:5173")) {
            bridge.says("answers with practice");
            HttpResponse<String> twiml = fromPage(bridge);
            assertThat(twiml.body()).contains("<Stream");
            assertThat(twiml.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://localhost:5173");
        }
    }

    private HttpResponse<String> fromPage(SidetoneRun bridge) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(bridge, "/voice?CallSid=CA1"))
                .header("Origin", "http://localhost:5173")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String get(SidetoneRun bridge, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(bridge, path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> voice(SidetoneRun bridge, String callSid) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(bridge, "/voice"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("CallSid=" + callSid))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(SidetoneRun bridge, String path) {
        return URI.create("http://127.0.0.1:" + bridge.port() + path);
    }
}
