package dev.sidetone.simulator.twilio.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;
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
        Finding finding = WebhookFindings.unreached(URI.create("https://a:sesame@voice.example/voice"), trouble, "why");

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.what()).contains("voice.example").endsWith(".");
        assertThat(finding.cure()).endsWith(".");
    }
}
