package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every address that a command prints leads to what it says is there. */
@Timeout(240)
class PrintedAddressIT {
    private static final Pattern ADDRESS = Pattern.compile("(?:http|ws)://[^\\s,]+");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:",
        "localhost, http://localhost:",
        "::1,       http://[::1]:",
        "[::1],     http://[::1]:",
        "0.0.0.0,   http://127.0.0.1:",
        "::,        http://[::1]:"
    })
    void theBridgeAnswersWhereItSays(String host, String origin) throws Exception {
        Map<String, String> token = Map.of("TWILIO_AUTH_TOKEN", "a secret");
        try (SidetoneRun bridge = SidetoneLauncher.HERE.bridge(folder, token, "--listen", host)) {
            URI address = address(bridge.says("bridge: "));

            assertThat(address.toString()).startsWith(origin);
            HttpResponse<String> answer = get(address + "?CallSid=CA1", "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("url=\"" + origin.replace("http", "ws"));
        }
    }

    @Test
    void aFakeAgentListensWhereItSays() throws Exception {
        try (SidetoneRun agent = SidetoneLauncher.HERE.command(folder, Map.of(), "agent", "openai")) {
            URI address = address(agent.says("agent: "));

            assertThat(address.getScheme()).isEqualTo("ws");
            client.newWebSocketBuilder()
                    .header("Authorization", "Bearer any")
                    .buildAsync(URI.create(address + "?model=gpt-realtime"), new java.net.http.WebSocket.Listener() {})
                    .get()
                    .abort();
        }
    }

    @Test
    void theRestApiIsWhereACallSays() throws Exception {
        try (SidetoneRun call = SidetoneLauncher.HERE.command(folder, Map.of(), "call")) {
            URI address = address(call.says("REST API at "));

            String login = CallPlan.TEST_ACCOUNT_SID + ":" + CallPlan.TEST_AUTH_TOKEN;
            HttpResponse<String> answer =
                    get(address + "/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + "/Calls.json", login);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"calls\"");
        }
    }

    private HttpResponse<String> get(String url, String login) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!login.isEmpty()) {
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String line) {
        Matcher address = ADDRESS.matcher(line);
        assertThat(address.find()).as(line).isTrue();
        return URI.create(address.group());
    }
}
