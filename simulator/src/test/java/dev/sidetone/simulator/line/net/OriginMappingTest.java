package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginMappingTest {
    private static final URI HERE = URI.create("http://localhost:3000/voice");
    private static final URI PUBLIC = URI.create("https://voice.example.com");

    @ParameterizedTest
    @CsvSource({
        "https://voice.example.com/after?x=%2B#rc=2,  http://localhost:3000/after?x=%2B#rc=2",
        "https://VOICE.example.com:443/,              http://localhost:3000/",
        "https://voice.example.com?a=/b,              http://localhost:3000?a=/b",
        "wss://voice.example.com/media,               ws://localhost:3000/media",
        "wss://voice.example.com:8443/media,          ws://localhost:3000/media",
        "https://voice.example.com:8443/after,        https://voice.example.com:8443/after",
        "http://voice.example.com/after,              http://voice.example.com/after",
        "https://elsewhere.example.com/after,         https://elsewhere.example.com/after",
        "http://localhost:3000/after,                 http://localhost:3000/after",
        "ws://localhost:3001/media,                   ws://localhost:3001/media"
    })
    void whatIsPublicIsDialledWhereTheServerIs(URI named, URI dialled) {
        assertThat(OriginMapping.to(HERE, PUBLIC, StreamOrigin.AUTO).dialled(named))
                .isEqualTo(dialled);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, http://localhost:3000/voice,   wss://abc.ngrok.app/media, ws://localhost:3000/media",
        "auto, https://127.0.0.1:3443/voice,  wss://abc.ngrok.app/media, wss://127.0.0.1:3443/media",
        "auto, https://staging.example/voice, wss://abc.ngrok.app/media, wss://abc.ngrok.app/media",
        "auto, http://localhost:3000/voice,   wss://localhost:3000/media, ws://localhost:3000/media",
        "auto, http://localhost:3000/voice,   wss://LOCALHOST/media,     ws://localhost:3000/media",
        "auto, http://127.0.0.1:3000/voice,   wss://127.0.0.1/media,     ws://127.0.0.1:3000/media",
        "auto, http://[::1]:3000/voice,       wss://[::1]:3000/media,    ws://[::1]:3000/media",
        "auto, http://127.0.0.1:3000/voice,   wss://localhost:3000/media, ws://127.0.0.1:3000/media",
        "auto, http://localhost:3000/voice,   wss://localhost:3443/media, wss://localhost:3443/media",
        "auto, http://localhost:3000/voice,   ws://localhost/media,      ws://localhost/media",
        "auto, http://localhost:3000/voice,   wss://dev.localhost/media, wss://dev.localhost/media",
        "auto, https://localhost:3000/voice,  wss://localhost/media,     wss://localhost/media",
        "auto, http://staging.example/voice,  wss://staging.example/media, wss://staging.example/media",
        "off,  http://localhost:3000/voice,   wss://localhost:3000/media, wss://localhost:3000/media",
        "off,  http://localhost:3000/voice,   wss://abc.ngrok.app/media, wss://abc.ngrok.app/media",
        "at,   http://localhost:3000/voice,   wss://abc.ngrok.app/media, ws://localhost:9000/media",
        "at,   http://localhost:3000/voice,   ws://localhost:3000/media, ws://localhost:9000/media"
    })
    void aStreamIsDialledWhereItsOriginSays(String how, URI to, URI named, URI dialled) {
        StreamOrigin streams =
                switch (how) {
                    case "auto" -> StreamOrigin.AUTO;
                    case "off" -> StreamOrigin.OFF;
                    default -> StreamOrigin.at(URI.create("ws://localhost:9000"));
                };

        assertThat(OriginMapping.to(to, null, streams).dialled(named)).isEqualTo(dialled);
    }

    @Test
    void aServerThatAsksForALoginGetsItUnderItsPublicNameToo() {
        OriginMapping way = OriginMapping.to(HERE, PUBLIC, StreamOrigin.AUTO);

        assertThat(way.named(URI.create("http://me:secret@localhost:3000/voice")))
                .isEqualTo(URI.create("https://me:secret@voice.example.com/voice"));
    }

    @Test
    void aCallToAServerWithAPublicOriginKnowsThatOriginAlone() {
        CallPlan plan = CallPlan.to(URI.create("http://localhost:3000/voice?x=1"))
                .by(OriginMapping.to(HERE, PUBLIC, StreamOrigin.AUTO));

        assertThat(plan.webhook()).isEqualTo(URI.create("https://voice.example.com/voice?x=1"));
    }

    @Test
    void aDetourCarriesWhatAProxyWould() {
        assertThat(OriginMapping.proxyHeaders(URI.create("wss://voice.example.com:8443/media")))
                .isEqualTo(Map.of(
                        "Host", "voice.example.com:8443",
                        "X-Forwarded-Host", "voice.example.com:8443",
                        "X-Forwarded-Proto", "https"));
    }
}
