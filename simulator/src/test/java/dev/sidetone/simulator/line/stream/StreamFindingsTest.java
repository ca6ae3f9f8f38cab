package dev.sidetone.simulator.line.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamFindingsTest {
    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, 31901",
        "REFUSED, 31902",
        "BROKEN, 31903",
        "UNKNOWN_HOST, 31904",
        "UNREACHABLE, 31904",
        "TLS, 31910",
        "CERTIFICATE_OF_ANOTHER, 31910",
        "CERTIFICATE_EXPIRED, 31910",
        "CERTIFICATE_UNTRUSTED, 31910"
    })
    void whyAStreamCouldNotBeReachedHasTwiliosCode(ConnectionFailure trouble, String code) {
        Finding finding = StreamFindings.unreached(URI.create("wss://voice.example/media"), trouble, "why");

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.what()).contains("voice.example").endsWith(".");
        assertThat(finding.cure()).endsWith(".");
    }
}
