package dev.sidetone.simulator.line.stream;

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
        Finding finding =
                StreamFindings.unreached(Route.direct(URI.create("wss://voice.example/media")), trouble, "why");

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.what()).contains("voice.example").endsWith(".");
        assertThat(finding.cure()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto | REFUSED      | wss://abc.ngrok.app/media  | ws://localhost:3000/media (in place of wss://abc.ngrok.app/media) | --stream-origin ws://localhost:3001.",
                "auto | REFUSED      | ws://localhost:5050/media  | ws://localhost:5050/media | --stream-origin ws://localhost:3000.",
                "off  | REFUSED      | wss://localhost/media      | wss://localhost/media     | --stream-origin ws://localhost:3000.",
                "off  | TLS          | wss://localhost:3000/media | wss://localhost:3000/media | --stream-origin ws://localhost:3000.",
                "off  | UNKNOWN_HOST | wss://abc.ngrok.app/media  | wss://abc.ngrok.app/media | --stream-origin ws://localhost:3000."
            })
    void theAddressThatWasDialledIsNamedAndTheOptionThatDialsAnother(
            String how, ConnectionFailure trouble, URI named, String place, String cure) {
        StreamOrigin streams = how.equals("auto") ? StreamOrigin.AUTO : StreamOrigin.OFF;
        URI to = URI.create("http://localhost:3000/voice");

        Finding finding =
                StreamFindings.unreached(OriginMapping.to(to, null, streams).route(named), trouble, "why");

        assertThat(finding.what()).contains(" " + place);
        assertThat(finding.cure()).endsWith(cure);
    }

    @Test
    void aHandshakeThatIsRefusedForItsSignatureNamesThePublicOriginToCallWith() {
        Route route = OriginMapping.to(URI.create("http://localhost:3000/voice"), null, StreamOrigin.AUTO)
                .route(URI.create("wss://abc.ngrok.app/media"));

        assertThat(StreamFindings.refused(route, 403).cure()).contains("--as https://abc.ngrok.app.");
        assertThat(StreamFindings.refused(route, 404).cure()).contains("--stream-origin ws://localhost:3001.");
    }

    @Test
    void aPortThatIsMissingBehindItsColonIsNamed() {
        Route route = Route.direct(URI.create("ws://127.0.0.1:/media"));

        Finding finding = StreamFindings.unreached(route, ConnectionFailure.REFUSED, "why");

        assertThat(finding.what())
                .isEqualTo(
                        "Nobody listens at ws://127.0.0.1:/media: ws://127.0.0.1:/media has no port behind its colon, which means 80.");
        assertThat(finding.cure()).startsWith("Write the server's port, as in ws://127.0.0.1:3000/media. ");
    }

    @Test
    void aServerThatIsHeldBackIsToldThatTimesAreTheLinesOwn() {
        assertThat(StreamFindings.heldBack().code()).isEqualTo("server-floods");
        assertThat(StreamFindings.heldBack().what()).contains("waited at the server");
    }
}
