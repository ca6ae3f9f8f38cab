package dev.sidetone.simulator.twilio.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.Route;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFindingsTest {
    @ParameterizedTest
    @CsvSource({
        "REFUSED, 11205",
        "UNREACHABLE, 11205",
        "TIMEOUT, 11205",
        "UNKNOWN_HOST, 11210",
        "TLS, 11220",
        "CERTIFICATE_OF_ANOTHER, 11235",
        "CERTIFICATE_EXPIRED, 11236",
        "CERTIFICATE_UNTRUSTED, 11237",
        "BROKEN, 11206"
    })
    void whyAWebhookCouldNotBeReachedHasTwiliosCode(ConnectionFailure trouble, String code) {
        Finding finding = WebhookFindings.unreached(
                Route.direct(URI.create("https://a:sesame@voice.example/voice")), trouble, "why");

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.what()).contains("voice.example").endsWith(".");
        assertThat(finding.cure()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "https://abc.ngrok.app/after,  UNKNOWN_HOST, abc.ngrok.app,  --as https://abc.ngrok.app.",
        "https://localhost:3000/after, TLS,          localhost:3000, --as https://localhost:3000."
    })
    void aPublicAddressThatLeadsNowhereIsCuredByTheOptionThatHasItDialledHere(
            URI named, ConnectionFailure trouble, String place, String cure) {
        OriginMapping way = OriginMapping.to(URI.create("http://localhost:3000/voice"), null, StreamOrigin.AUTO);

        Finding finding = WebhookFindings.unreached(way.route(named), trouble, "why");

        assertThat(finding.what()).contains(place);
        assertThat(finding.cure()).endsWith(cure);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:/,          127.0.0.1:80,   80,  http://127.0.0.1:3000/",
        "http://[::1]:/voice?a=b,     [::1]:80,       80,  http://[::1]:3000/voice",
        "https://me:pw@localhost:/in, localhost:443,  443, https://localhost:3000/in"
    })
    void aPortThatIsMissingBehindItsColonIsNamed(URI named, String place, int port, String example) {
        Finding finding = WebhookFindings.unreached(Route.direct(named), ConnectionFailure.REFUSED, "why");

        assertThat(finding.what())
                .startsWith("Nobody listens at " + place + ": ")
                .endsWith(" has no port behind its colon, which means " + port + ".");
        assertThat(finding.cure()).contains("Write the server's port, as in " + example + ".");
    }

    @Test
    void theAddressThatWasDialledIsTheOneAtWhichNobodyListens() {
        OriginMapping way = OriginMapping.to(
                URI.create("http://localhost:3000/voice"), URI.create("https://voice.example.com"), StreamOrigin.AUTO);

        Finding finding = WebhookFindings.unreached(
                way.route(URI.create("https://voice.example.com/voice")), ConnectionFailure.REFUSED, "why");

        assertThat(finding.what())
                .isEqualTo("Nobody listens at localhost:3000 (in place of https://voice.example.com).");
        assertThat(finding.cure()).contains("http://localhost:3000/voice");
    }
}
