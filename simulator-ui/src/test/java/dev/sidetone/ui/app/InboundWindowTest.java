package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.RestAccess;
import dev.sidetone.ui.fx.TextDrawing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A server calls the real window. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class InboundWindowTest {
    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    private final WindowRobot hand = new WindowRobot(new FxRobot(), this::window);

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
        hand.clickBeside("#welcome");
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void theWindowRingsAndThePersonAnswersOrDeclines() throws Exception {
        hand.press("#accept-calls");
        until("the login is shown", () -> window().text("#rest-url").startsWith("http://127.0.0.1:"));
        serverCalls();
        until("it rings", () -> window().shows("#ringing"));
        assertThat(onFx(() -> window().text("#ringing-who"))).isEqualTo("+14155550199 calls +14155550100");
        assertThat(onFx(() -> LayoutCheck.amiss(window().stage().getScene())))
                .as("but for the name of the default device")
                .allMatch(line -> line.contains("of this machine"));
        hand.press("#ring-answer");
        until("in call", () -> phase() == Phase.IN_CALL);
        assertThat(onFx(() -> window().shows("#ringing"))).isFalse();
        hand.press("#call");
        until("over", () -> phase() == Phase.READY);

        serverCalls();
        hand.press("#ring-decline");
        until("the server is told", () -> window().hasEvent("call", "nobody picked up: busy"));
    }

    private void serverCalls() throws Exception {
        RestAccess api = Objects.requireNonNull(
                onFx(() -> window().model().inbound().accessProperty().get()));
        String login = api.accountSid() + ":" + api.token();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(api.url() + "/2010-04-01/Accounts/" + api.accountSid() + "/Calls.json"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("To=%2B14155550100&From=%2B14155550199"
                        + "&Twiml=%3CResponse%3E%3CPause%20length%3D%2260%22%2F%3E%3C%2FResponse%3E"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
