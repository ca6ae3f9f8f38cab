package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.bridge.twilio.rest.OutboundCallRequest;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A gateway in front of Twilio that answers in HTML or in text is named by its status and its first words, with a cure, everywhere. */
@Timeout(240)
@EnabledIf("dev.sidetone.simulator.live.StrangersCloud#canRun")
class GatewayAnswersIT {
    private static final String CALL = "CA00000000000000000000000000000ca0";

    @TempDir
    private Path folder = Path.of("");

    private StrangersCloud cloud;
    private TwilioApi api;

    @BeforeEach
    void open() throws Exception {
        cloud = new StrangersCloud(folder);
        api = new TwilioApi(cloud.account());
    }

    @AfterEach
    void close() throws Exception {
        api.close();
        cloud.close();
    }

    private Map<String, ThrowingCallable> requests() throws Exception {
        VoiceNumber number = api.numbers().read(cloud.sid(StrangersCloud.FRESH));
        Map<String, ThrowingCallable> all = new TreeMap<>();
        all.put("list the account's numbers", () -> api.numbers().list());
        all.put("read the number " + number.sid(), () -> api.numbers().read(number.sid()));
        all.put("set up the number " + StrangersCloud.FRESH, () -> api.numbers()
                .write(number, number.settings().with(VoiceSetting.VOICE_URL, "https://a.example/")));
        all.put("call +15550199", () -> api.calls().place(wish()));
        all.put("hang up", () -> api.calls().hangUp(CALL));
        all.put("transfer the call to +15550198", () -> api.calls().transfer(CALL, "+15550198", Duration.ofMinutes(1)));
        all.put("list the alerts of the call", () -> api.alerts().of(CALL, Instant.parse("2026-01-31T12:00:00Z")));
        return all;
    }

    @Test
    void aWebPageIsNamedByItsStatusAndItsFirstWords() throws Exception {
        Map<String, ThrowingCallable> requests = requests();
        cloud.answersHtml(".", 503);
        requests.forEach((verb, request) -> {
            TwilioApiException trouble = trouble(request);
            assertThat(trouble.what())
                    .isEqualTo(
                            "Twilio did not " + verb
                                    + ": 127.0.0.1 answered 503 with a web page (\"Gate Gateway says no\"), which is not Twilio's JSON");
            assertThat(trouble.cure()).contains("https://status.twilio.com", "TWILIO_API_URL");
            assertThat(trouble.isTransient()).isTrue();
        });
    }

    @Test
    void aTextIsNamedByItsStatusAndItsFirstWordsAndByWhatHelps() throws Exception {
        Map<String, ThrowingCallable> requests = requests();
        for (int status : List.of(401, 403, 404, 407, 429, 500)) {
            cloud.answersText(".", status);
            requests.forEach((verb, request) -> {
                TwilioApiException trouble = trouble(request);
                assertThat(trouble.what())
                        .startsWith("Twilio did not " + verb)
                        .endsWith(
                                "127.0.0.1 answered " + status
                                        + " with a text (\"upstream connect error or disconnect\"), which is not Twilio's JSON");
                assertThat(trouble.cure()).isNotEmpty().doesNotContain("null");
                assertThat(trouble.isTransient()).isEqualTo(status == 429 || status >= 500);
            });
            cloud.heals();
        }
    }

    @Test
    void aSuccessThatIsNoJsonIsNamedTheSameWay() throws Exception {
        Map<String, ThrowingCallable> requests = requests();
        cloud.answers(".", 200, "text/html", "<html><body>log in to the hotel</body></html>", 0);
        requests.forEach((verb, request) -> assertThat(trouble(request).what())
                .startsWith("Twilio did not " + verb)
                .contains("answered 200 with a web page (\"log in to the hotel\"), which is not Twilio's JSON"));
    }

    @Test
    void aJsonThatIsNotTwiliosAndAnEmptyBodyAreNamedToo() throws Exception {
        Map<String, ThrowingCallable> requests = requests();
        cloud.answers(".", 502, "application/json", "{\"error\":{\"type\":\"bad_gateway\"}}", 0);
        requests.forEach(
                (verb, request) -> assertThat(trouble(request).what())
                        .contains(
                                "answered 502 with a text (\"{\"error\":{\"type\":\"bad_gateway\"}}\"), which is not Twilio's JSON"));
        cloud.answers(".", 504, "text/plain", "", 0);
        requests.forEach((verb, request) -> assertThat(trouble(request).what())
                .contains("answered 504 with an empty body, which is not Twilio's JSON"));
    }

    @Test
    void whatAGatewayAnswersIsRetriedAsTwiliosOwnJsonIs() throws Exception {
        cloud.answers("GET .*Numbers", 503, "text/html", "<p>busy</p>", 2);
        assertThat(api.numbers().list()).hasSize(3);

        cloud.answers("Calls.json", 503, "text/html", "<p>busy</p>", 1);
        trouble(() -> api.calls().place(wish()));
        assertThat(cloud.requests())
                .filteredOn(each -> each.contains("Calls.json"))
                .hasSize(1);
    }

    private static OutboundCallRequest wish() {
        URI voice = URI.create("https://bridge.example/outbound");
        URI status = URI.create("https://bridge.example/call-status");
        return new OutboundCallRequest(
                StrangersCloud.FRESH, "+15550199", voice, status, Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    private static TwilioApiException trouble(ThrowingCallable asking) {
        TwilioApiException trouble = catchThrowableOfType(TwilioApiException.class, asking);
        assertThat(trouble).isNotNull();
        return trouble;
    }
}
