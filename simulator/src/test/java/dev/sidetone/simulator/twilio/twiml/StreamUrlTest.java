package dev.sidetone.simulator.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Finding;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/a/voice, /media,                   ws://localhost:8080/media",
        "http://localhost:8080/a/voice, media,                    ws://localhost:8080/a/media",
        "https://example.com/voice,     /media?token=1,           wss://example.com/media",
        "http://localhost:8080/voice,   //127.0.0.1:9000/media,   ws://127.0.0.1:9000/media",
        "http://localhost:8080/voice,   wss://example.com,        wss://example.com/",
        "http://localhost:8080/voice,   WSS://Example.com:8443/a, wss://Example.com:8443/a",
        "http://localhost:8080/voice,   ws://[::1]:9000/media,    ws://[::1]:9000/media",
        "http://localhost:8080/voice,   ws://a.localhost/m%20x,   ws://a.localhost/m%20x"
    })
    void aStreamsUrlIsDialledAsTwilioWould(URI document, String text, URI dialled) {
        assertThat(StreamUrl.read(document, text).url()).isEqualTo(dialled);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:3000/media, 'begins with http://', wss://",
        "wss://{{host}}/media,        'its placeholder {{host}} was not filled in', wss://",
        "wss://a host/media,          'it has a blank in it', wss://",
        "wss:///media,                'it has no host', wss://",
        "ws://example.com/media,      'is not wss',          public host"
    })
    void whyAUrlIsNotDialledIsNamed(String text, String what, String cure) {
        Finding finding = Objects.requireNonNull(
                StreamUrl.read(URI.create("http://localhost/voice"), text).finding());
        assertThat(finding.what()).contains(what);
        assertThat(finding.cure()).contains(cure);
    }
}
