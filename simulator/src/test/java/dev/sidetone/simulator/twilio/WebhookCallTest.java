package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Twilio's HTTP client does around the webhook: hops, attempts, cookies, the fallback and the callbacks; in manual time. */
class WebhookCallTest {
    private static final String VOICE = "https://host/voice";
    private static final String SILENT = "<Response><Play digits='ww'/></Response>";

    private final ManualLine line = new ManualLine();
    private final ScriptedWeb web = new ScriptedWeb(line.loop::nowNs);

    @ParameterizedTest
    @CsvSource({"301, GET", "302, GET", "303, GET", "307, POST"})
    void aRedirectIsFollowedAndSignedForItsOwnUrl(int status, String method) {
        web.answer(VOICE, status, "", "Location", "/next?x=1").answer("https://host/next?x=1", 200, SILENT);

        call(CallPlan.to(URI.create(VOICE)));

        ScriptedWeb.Request hop = web.requests.get(1);
        assertThat(hop.method()).isEqualTo(method);
        assertThat(hop.body().isEmpty()).isEqualTo(method.equals("GET"));
        assertThat(hop.header("X-Twilio-Signature"))
                .isEqualTo(TwilioSignature.sign(CallPlan.TEST_AUTH_TOKEN, "https://host/next?x=1", form(hop.body())));
        assertThat(line.facts.one(Fact.WebhookAnswered.class).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"308, /next", "302, ''", "302, ftp://host/next", "302, https:///next", "304, /next", "302, ht tp://x"})
    void aRedirectThatTwilioDoesNotFollowIsTold(int status, String location) {
        web.answer(VOICE, status, "", "Location", location);

        call(CallPlan.to(URI.create(VOICE)));

        assertThat(line.facts.findingCodes()).startsWith("11216");
        assertThat(web.requests).hasSize(1);
    }

    @Test
    void redirectsInACircleAreGivenUp() {
        for (int i = 0; i < 20; i++) {
            web.answer(VOICE, 302, "", "Location", VOICE);
        }

        call(CallPlan.to(URI.create(VOICE)));

        assertThat(line.facts.findingCodes()).startsWith("redirect-loop");
        assertThat(web.requests).hasSize(11);
    }

    @Test
    void aRefusedConnectionIsTriedOnceMoreAsTheSameRequest() {
        web.refuse(VOICE).answer(VOICE, 200, SILENT);

        call(CallPlan.to(URI.create(VOICE)));

        assertThat(web.requests).hasSize(2);
        assertThat(web.requests.get(1)).isEqualTo(web.requests.get(0));
        assertThat(line.facts.one(Fact.WebhookAnswered.class).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "#rc=5, 1", "'#rc=2&rp=5xx', 3", "'#rc=1&rp=4xx,all', 2", "#rc=nonsense&rp=, 1"})
    void anErrorStatusIsTriedAgainOnlyWhereTheUrlSaysSo(String fragment, int attempts) {
        for (int i = 0; i < 9; i++) {
            web.answer(VOICE + fragment, 500, "");
        }

        call(CallPlan.to(URI.create(VOICE + fragment)));

        assertThat(line.facts.findingCodes()).startsWith("11200");
        assertThat(web.requests).hasSize(attempts);
    }

    @Test
    void credentialsInAUrlAreSentAndNeverTold() {
        String url = "https://host/voice".replace("//", "//caller:sesame@");
        web.refuse(url).refuse(url);

        TwilioCall call = call(CallPlan.to(URI.create(url)));

        assertThat(web.requests.get(0).header("Authorization")).startsWith("Basic ");
        assertThat(line.facts.findingCodes()).containsExactly("11205");
        assertThat(line.facts.all().toString()
                        + call.outcome().toCompletableFuture().join())
                .contains("host/voice")
                .doesNotContain("sesame");
        assertThat(CallPlan.to(URI.create(url)).toString()).doesNotContain("sesame");
    }

    @Test
    void anErrorOfAGetShowsTheUrlWithoutTheFormInItsQuery() {
        web.answerAny(404, "<h1>Not here</h1>");

        call(CallPlan.to(URI.create(VOICE + "?tenant=7")).having(NumberSetup.PLAIN.asking("GET")));

        assertThat(web.requests.get(0).url().toString()).contains("CallToken=");
        assertThat(line.facts.findings().get(0).what())
                .isEqualTo("The webhook " + VOICE + "?tenant=7 answered with HTTP status 404.");
        assertThat(line.facts.all().toString()).doesNotContain("CallToken");
    }

    @Test
    void aRedirectThatCarriesTheFormOfAGetAlongIsShownShort() {
        web.answerAny(302, "", "Location", "https://elsewhere/voice?CallSid=CA1&CallToken=%7B%22a%22%7D&From=1");
        web.answerAny(500, "");

        call(CallPlan.to(URI.create(VOICE)).having(NumberSetup.PLAIN.asking("GET")));

        assertThat(line.facts.findings().get(0).what())
                .isEqualTo("The webhook https://elsewhere/voice?… answered with HTTP status 500.");
    }

    @Test
    void aShorterLimitInTheUrlHolds() {
        CallPlan plan = CallPlan.to(URI.create(VOICE + "#tt=300"));
        TwilioCall call = place(plan);
        line.pass(Duration.ofMillis(290));
        assertThat(line.facts.findings()).isEmpty();

        line.pass(Duration.ofMillis(20));

        assertThat(line.facts.findingCodes()).containsExactly("11205");
        assertThat(line.facts.findings().get(0).what()).contains("within 0.3 s");
        assertThat(call.outcome().toCompletableFuture()).isCompleted();
    }

    @Test
    void aCompressedAnswerIsTold() {
        web.answer(VOICE, 200, "\\u001F\\u008B", "Content-Encoding", "gzip");

        call(CallPlan.to(URI.create(VOICE)));

        assertThat(line.facts.findings().get(0).what()).contains("compressed (gzip)");
    }

    @Test
    void theFallbackIsAskedWithWhatWentWrongAndTheCallGoesOn() {
        web.answer(VOICE, 500, "").answer("https://host/sorry", 200, SILENT);
        NumberSetup setup = NumberSetup.PLAIN.fallingBackTo(URI.create("https://host/sorry"));

        call(CallPlan.to(URI.create(VOICE)).having(setup));

        ScriptedWeb.Request fallback = web.requests.get(1);
        assertThat(form(fallback.body())).containsEntry("ErrorCode", "11200").containsEntry("ErrorUrl", VOICE);
        assertThat(line.facts.findingCodes()).startsWith("11200");
        assertThat(line.facts.one(Fact.CallEnded.class).why()).isEqualTo("the TwiML ended");
    }

    @Test
    void aCookieIsKeptForTheCall() {
        web.answer(VOICE, 302, "", "Location", "/next", "Set-Cookie", "visit=first; Path=/")
                .answer("https://host/next", 200, SILENT);

        call(CallPlan.to(URI.create(VOICE)));

        assertThat(web.requests.get(0).header("Cookie")).isEmpty();
        assertThat(web.requests.get(1).header("Cookie")).isEqualTo("visit=first");
    }

    @Test
    void aWebhookByGetHasItsFieldsInTheQueryAndItsCredentialsInAHeader() {
        call(CallPlan.to(URI.create("https://me:pw@host/voice?x=1")).having(NumberSetup.PLAIN.asking("GET")));

        ScriptedWeb.Request asked = web.requests.get(0);
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.body()).isEmpty();
        assertThat(asked.url().getRawQuery()).startsWith("x=1&Called=%2B15550199&");
        assertThat(asked.header("Authorization")).isEqualTo("Basic bWU6cHc=");
        assertThat(asked.header("X-Twilio-Signature"))
                .isEqualTo(TwilioSignature.sign(
                        CallPlan.TEST_AUTH_TOKEN, asked.url().toString().replace("me:pw@", ""), Map.of()));
    }

    @Test
    void aNumbersCallbackIsToldOfTheEndAlone() {
        web.answer(VOICE, 200, SILENT).answer("https://host/status", 204, "");

        TwilioCall call = call(CallPlan.to(URI.create(VOICE)).having(telling(EnumSet.allOf(CallbackEvent.class))));

        assertThat(web.requests).hasSize(2);
        Map<String, String> told = form(web.requests.get(1).body());
        assertThat(told)
                .containsEntry("CallStatus", "completed")
                .containsEntry("CallbackSource", "call-progress-events")
                .containsEntry("SequenceNumber", "0")
                .containsEntry("CallDuration", "1")
                .containsEntry("Duration", "1")
                .containsEntry("Timestamp", "Thu, 01 Jan 1970 00:00:01 +0000");
        assertThat(call.outcome().toCompletableFuture()).isCompleted();
    }

    @Test
    void anOutboundCallIsToldStepByStep() {
        web.answer(VOICE, 200, SILENT);
        for (int i = 0; i < 4; i++) {
            web.answer("https://host/status", 200, "");
        }

        call(CallPlan.to(URI.create(VOICE)).outbound().having(telling(EnumSet.allOf(CallbackEvent.class))));

        List<Map<String, String>> told = web.requests.stream()
                .filter(request -> request.url().getPath().equals("/status"))
                .map(request -> form(request.body()))
                .toList();
        assertThat(told)
                .extracting(fields -> fields.get("SequenceNumber") + " " + fields.get("CallStatus"))
                .containsExactly("0 initiated", "1 ringing", "2 in-progress", "3 completed");
        assertThat(told).allMatch(fields -> "outbound-api".equals(fields.get("Direction")));
    }

    @Test
    void aCallbackThatFailsIsAWarningAndNeverHoldsTheCallUp() {
        web.answer(VOICE, 200, SILENT).answer("https://host/status", 500, "");

        TwilioCall call = call(CallPlan.to(URI.create(VOICE)).having(telling(Set.of())));

        Fact.Found finding = line.facts.findings().get(line.facts.findings().size() - 1);
        assertThat(finding.code()).isEqualTo("15003");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(call.outcome().toCompletableFuture().getNow(null).findings())
                .extracting(each -> each.at(finding.atNs()))
                .contains(finding);
    }

    @Test
    void aCallbackThatIsNeverAnsweredIsWaitedForFiveSecondsAndNoMore() {
        web.answer(VOICE, 200, SILENT);
        TwilioCall call = place(CallPlan.to(URI.create(VOICE)).having(telling(Set.of())));
        line.pass(Duration.ofSeconds(3));
        assertThat(line.facts.last()).isInstanceOf(Fact.CallEnded.class);
        assertThat(call.outcome().toCompletableFuture()).isNotCompleted();

        line.pass(Duration.ofSeconds(5));

        assertThat(call.outcome().toCompletableFuture()).isCompleted();
    }

    @Test
    void aCallThatIsAbandonedWaitsForNoCallback() {
        web.answer(VOICE, 200, SILENT);
        TwilioCall call = place(CallPlan.to(URI.create(VOICE)).having(telling(Set.of())));
        line.pass(Duration.ofSeconds(3));

        call.abandon("the line was closed");
        line.pass(Duration.ofMillis(1));

        assertThat(call.outcome().toCompletableFuture()).isCompleted();
    }

    private static NumberSetup telling(Set<CallbackEvent> events) {
        return NumberSetup.PLAIN.withCallback(URI.create("https://host/status"), "POST", events);
    }

    private TwilioCall call(CallPlan plan) {
        TwilioCall call = place(plan);
        line.pass(Duration.ofSeconds(20));
        return call;
    }

    private TwilioCall place(CallPlan plan) {
        TwilioCall call = new TwilioCall(plan, new TickingCaller(), line.facts, line.loop, web, line.words);
        call.place(Instant.EPOCH, true);
        return call;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String field : body.isEmpty() ? new String[0] : body.split("&")) {
            int equals = field.indexOf('=');
            form.put(field.substring(0, equals), decoded(field.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
