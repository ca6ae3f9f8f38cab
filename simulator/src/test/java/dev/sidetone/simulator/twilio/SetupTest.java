package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that never come up: each ends with one finding that says why and what to do. */
class SetupTest {
    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    /** Whatever happens, the end is told once and last, and the caller lets go of its devices once. */
    @AfterEach
    void theCallIsOver() {
        assertThat(line.facts.all().get(0)).isInstanceOf(Fact.CallPlaced.class);
        assertThat(line.facts.of(Fact.CallEnded.class)).hasSize(1);
        assertThat(line.facts.last()).isInstanceOf(Fact.CallEnded.class);
        assertThat(caller.hungUp).isEqualTo(1);
        assertThat(line.facts.findings()).allSatisfy(finding -> {
            assertThat(finding.what()).endsWith(".");
            assertThat(finding.cure()).endsWith(".");
        });
    }

    @Test
    void aServerThatIsNotThereCannotBeTested() {
        line.net.unserve("localhost:8080");

        Fact.Found finding = failure();

        assertThat(finding.code()).isEqualTo("11205");
        assertThat(finding.what()).contains("localhost:8080");
        assertThat(line.outcome().reached()).isFalse();
        assertThat(line.facts.of(Fact.WebhookAnswered.class)).isEmpty();
        assertThat(line.facts.rareKinds()).containsExactly("CallPlaced", "Found", "CallEnded");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        CallPlan plan = CallPlan.to(URI.create("http://localhost:8080/voice"));
        TwilioCall call = new TwilioCall(plan, caller, line.facts, line.loop, new SilentNetwork(), line.words);
        call.place(Instant.EPOCH, true);
        line.pass(Duration.ofMillis(14_900));
        assertThat(line.facts.findings()).isEmpty();

        line.pass(Duration.ofMillis(200));

        assertThat(line.facts.findingCodes()).containsExactly("11205");
        assertThat(line.facts.one(Fact.CallEnded.class).by()).isEqualTo(EndedBy.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource({"403, token", "404, path", "405, POST", "500, log"})
    void aStatusThatIsNotTwoHundredIsTold(int status, String cure) {
        server.page("/voice", status, "text/xml", "<Response/>");

        Fact.Found finding = failure();

        assertThat(finding.code()).isEqualTo("11200");
        assertThat(finding.what()).contains(Integer.toString(status));
        assertThat(finding.cure()).contains(cure);
        assertThat(line.facts.one(Fact.WebhookAnswered.class).status()).isEqualTo(status);
        assertThat(line.outcome().reached()).isTrue();
        assertThat(line.outcome().failed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", ""})
    void aWrongContentTypeIsTold(String contentType) {
        server.page("/voice", 200, contentType, "<Response/>");

        assertThat(failure().code()).isEqualTo("12300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<Response>",
                "<html></html>",
                "<response/>",
                "<!DOCTYPE Response SYSTEM 'http://localhost:8080/x.dtd'><Response/>",
                "<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><Response><Say>&f;</Say></Response>"
            })
    void whatIsNotTwimlIsTold(String body) {
        server.twiml("/voice", body);

        assertThat(failure().code()).isEqualTo("12100");
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | is empty            | <Response/>",
                "<!doctype html><html><body>Hello</body></html>      | is an HTML page     | path",
                "<!DOCTYPE r [<!ENTITY f SYSTEM 'f'>]><Response/>    | has a <!DOCTYPE>    | Leave",
                "<Response><Connect>                                 | is not XML          | library"
            })
    void whatCameInPlaceOfTwimlIsNamed(String body, String what, String cure) {
        server.twiml("/voice", body);

        Fact.Found finding = failure();

        assertThat(finding.what()).contains(what);
        assertThat(finding.cure()).contains(cure);
    }

    @Test
    void aDocumentOfMoreThanSixtyFourKilobytesIsRefused() {
        server.twiml("/voice", "<Response>" + " ".repeat(HttpAnswer.MOST_BYTES) + "</Response>");

        assertThat(failure().code()).isEqualTo("11750");
    }

    @Test
    void twimlWithoutAStreamNamesWhatItHadInstead() {
        server.twiml("/voice", "<Response><Say>Hello.</Say><Pause/><Hangup/></Response>");

        Fact.Found finding = failure();

        assertThat(finding.code()).isEqualTo("stream-never-came");
        assertThat(finding.what()).contains("<Say>, <Pause>, <Hangup>");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @ParameterizedTest
    @CsvSource({
        "ws://example.com/media,      31922",
        "http://localhost:8080/media, 31922",
        "ftp://example.com/media,     31922",
        "'',                          31923",
        "wss:///media,                31923",
        "wss://exa mple/media,        31923",
        "'wss://:x',                  31923"
    })
    void aUrlThatCannotBeDialledIsTold(String url, String code) {
        server.twiml("/voice", "<Response><Connect><Stream url='" + url + "'/></Connect></Response>");

        assertThat(failure().code()).isEqualTo(code);
        assertThat(server.upgrades).isEmpty();
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }

    @Test
    void aTrackThatTwilioDoesNotHaveForConnectIsTold() {
        server.twiml("/voice", "<Response><Connect><Stream url='/media' track='both_tracks'/></Connect></Response>");

        assertThat(failure().code()).isEqualTo("31941");
    }

    @Test
    void aRefusedHandshakeIsToldWithItsStatusAndTheCallerWasOnTheLine() {
        server.refuses(403);

        Fact.Found finding = failure();

        assertThat(finding.code()).isEqualTo("31920");
        assertThat(finding.what()).contains("403");
        assertThat(caller.answered).isEqualTo(1);
    }

    @Test
    void aStreamWhoseServerIsNotThereIsTold() {
        server.twiml("/voice", "<Response><Connect><Stream url='ws://127.0.0.1:9/media'/></Connect></Response>");

        assertThat(failure().code()).isEqualTo("31902");
        assertThat(line.outcome().reached()).isTrue();
    }

    @Test
    void aHangUpDuringTheWebhookEndsTheCallAtOnce() {
        line.call(caller, Duration.ZERO);
        line.placed().hangUp(EndedBy.CALLER, "changed my mind");
        line.pass(Duration.ofSeconds(20));

        assertThat(line.outcome().by()).isEqualTo(EndedBy.CALLER);
        assertThat(line.facts.rareKinds()).containsExactly("CallPlaced", "CallEnded");
        assertThat(server.upgrades).isEmpty();
    }

    private Fact.Found failure() {
        line.call(caller, Duration.ofSeconds(10));
        assertThat(line.facts.findings()).hasSize(1);
        Fact.Found finding = line.facts.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(line.outcome().findings())
                .extracting(each -> each.at(finding.atNs()))
                .containsExactly(finding);
        return finding;
    }
}
