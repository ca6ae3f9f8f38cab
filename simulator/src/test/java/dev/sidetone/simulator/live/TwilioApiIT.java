package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.rest.OutboundCallRequest;
import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.simulator.twilio.rest.PresetNumber;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account asked by Twilio's own SDK, over TLS with a private authority: what it has, and what it says when it will not. */
@Timeout(240)
class TwilioApiIT {
    @TempDir
    private Path folder = Path.of("");

    private @Nullable Cloud cloud;
    private @Nullable TwilioApi api;

    @AfterEach
    void close() throws Exception {
        if (api != null) {
            api.close();
        }
        if (cloud != null) {
            cloud.close();
        }
    }

    @Test
    void allNumbersThatTakeCallsAreListedPageByPage() throws Exception {
        PresetNumber[] many = IntStream.range(0, 230)
                .mapToObj(i -> PresetNumber.of("+1555%07d".formatted(i)))
                .map(own -> own.number().endsWith("7") ? own.withoutVoice() : own)
                .toArray(PresetNumber[]::new);
        Cloud asked = start(Cloud.start(folder, Cloud.setup().owning(many)));

        assertThat(api().numbers().list())
                .hasSize(207)
                .extracting(VoiceNumber::number)
                .isSorted()
                .noneMatch(number -> number.endsWith("7"));
        assertThat(asked.asked()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003, TWILIO_AUTH_TOKEN, false",
        "404, 20404, It is not on this account, false",
        "403, 20008, live credentials, false",
        "429, 20429, wait a few seconds, true",
        "503, 20503, status.twilio.com, true",
        "400, 29999, https://www.twilio.com/docs/errors/29999, false",
    })
    void aRefusalIsNamedWithTwiliosCodeAndItsCure(int status, int code, String cure, boolean passing) throws Exception {
        start(Cloud.start(folder)).answerRest(refusal(status, code));

        TwilioApiException trouble = trouble(() -> api().numbers().list());

        assertThat(trouble.code()).isEqualTo(code);
        assertThat(trouble.what()).isEqualTo("Twilio did not list the account's numbers: no (" + code + ")");
        assertThat(trouble.cure()).contains(cure);
        assertThat(trouble.isTransient()).isEqualTo(passing);
    }

    @Test
    void aWrongTokenIsTold() throws Exception {
        Cloud asked = start(Cloud.start(folder));
        TwilioAccount wrong = new TwilioAccount(
                Cloud.ACCOUNT_SID, "not-the-token", asked.api(), asked.trust().context());

        try (TwilioApi other = new TwilioApi(wrong)) {
            assertThat(trouble(() -> other.numbers().list()).code()).isEqualTo(20003);
        }
    }

    @Test
    void whatIsNotTwiliosAnswerIsTold() throws Exception {
        start(Cloud.start(folder))
                .answerRest(new RequestHandler.Response(200, "text/html", "<html>log in to the hotel</html>"));

        assertThat(trouble(() -> api().numbers().list()).what()).contains("is not Twilio's JSON");
    }

    @Test
    void withoutANetworkTheHostIsNamed() throws Exception {
        start(Cloud.start(folder)).restTunnel().unplug();

        TwilioApiException trouble = trouble(() -> api().numbers().list());

        assertThat(trouble.what()).contains("localhost cannot be reached");
        assertThat(trouble.cure()).contains("on the network");
        assertThat(trouble.isTransient()).isTrue();
    }

    @Test
    void aCertificateThatIsNotBelievedIsTold() throws Exception {
        Cloud asked = start(Cloud.start(folder));

        try (TwilioApi other = new TwilioApi(new TwilioAccount(Cloud.ACCOUNT_SID, Cloud.AUTH_TOKEN, asked.api()))) {
            TwilioApiException trouble = trouble(() -> other.numbers().list());
            assertThat(trouble.what()).contains("certificate that is not believed");
            assertThat(trouble.isTransient()).isFalse();
        }
        assertThat(asked.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+15550302, +15550111, 21219, Verified Caller IDs",
        "+15550999, +15550100, 21210, a number that the account owns",
        "+15550302, nobody,    21211, country code",
        "+15550302, +15005550001, 21217, country code",
        "+15550302, +15005550002, 21214, no way to that number",
        "+15550302, +15005550003, 21215, Geo permissions",
    })
    void aCallThatTwilioWillNotPlaceIsToldWithItsCure(String from, String to, int code, String cure) throws Exception {
        start(Cloud.start(folder, Cloud.setup().onTrial("+15550100")));

        TwilioApiException trouble = trouble(() -> api().calls().place(wish(from, to)));

        assertThat(trouble.code()).isEqualTo(code);
        assertThat(trouble.what()).startsWith("Twilio did not call " + to + ": ");
        assertThat(trouble.cure()).contains(cure);
    }

    @Test
    void aCallIsAskedForOnceOnlyHoweverTwilioStumbles() throws Exception {
        Cloud asked = start(Cloud.start(folder));
        asked.answerRest(refusal(500, 20500));

        assertThat(trouble(() -> api().calls().place(wish(Cloud.FRESH, "+15550100")))
                        .code())
                .isEqualTo(20500);

        assertThat(asked.asked()).hasSize(1);
    }

    private static OutboundCallRequest wish(String from, String to) {
        URI voice = URI.create("https://bridge.example/outbound");
        URI status = URI.create("https://bridge.example/call-status");
        return new OutboundCallRequest(from, to, voice, status, Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    private Cloud start(Cloud started) {
        cloud = started;
        api = new TwilioApi(started.account());
        return started;
    }

    private TwilioApi api() {
        return Objects.requireNonNull(api);
    }

    private static TwilioApiException trouble(ThrowingCallable asking) {
        TwilioApiException trouble = catchThrowableOfType(TwilioApiException.class, asking);
        assertThat(trouble).isNotNull();
        return trouble;
    }

    private static RequestHandler.Response refusal(int status, int code) {
        return new RequestHandler.Response(
                status,
                "application/json",
                "{\"code\":" + code + ",\"message\":\"no\",\"more_info\":\"\",\"status\":" + status + "}");
    }
}
