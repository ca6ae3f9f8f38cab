package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    private static final URI HERE = URI.create("http://localhost:3000/voice");

    @ParameterizedTest
    @CsvSource({
        "auto, ws://localhost:5050/media,       --stream-origin ws://localhost:3000, --stream-origin ws://localhost:5050",
        "off,  wss://localhost:/media,          --stream-origin ws://localhost:3000, --stream-origin ws://localhost",
        "off,  wss://localhost/media,           --stream-origin ws://localhost:3000, --stream-origin ws://localhost",
        "off,  wss://abc.ngrok.app/media,       --stream-origin ws://localhost:3000,",
        "auto, wss://localhost:3443/media,      --stream-origin ws://localhost:3000, --stream-origin ws://localhost:3443",
        "auto, wss://abc.ngrok.app/media,       , --stream-origin ws://localhost:3000"
    })
    void theOptionThatDialsAStreamElsewhereHasItsValue(
            String how, URI named, @Nullable String toServer, @Nullable String plain) {
        StreamOrigin streams = how.equals("auto") ? StreamOrigin.AUTO : StreamOrigin.OFF;
        Route route = OriginMapping.to(HERE, null, streams).route(named);

        assertThat(route.toServersOrigin()).isEqualTo(toServer);
        assertThat(route.withoutTls()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:pw@localhost:3000/voice, ,                   wss://old.ngrok.app/media, ws://localhost:3000/media",
        "http://localhost:3000/voice,       https://a.example,  wss://a.example/media,     wss://a.example/media",
        "http://localhost:3000/voice,       https://a.example,  wss://b.example/media,     wss://b.example/media",
        "https://staging.example/voice,     ,                   wss://old.example/media,   wss://old.example/media"
    })
    void aHostThatWasNotDialledIsNotBlamedForAStreamThatNeverCame(URI to, @Nullable URI as, URI named, String judged) {
        assertThat(OriginMapping.to(to, as, StreamOrigin.AUTO).route(named).judged())
                .isEqualTo(judged);
    }

    @ParameterizedTest
    @CsvSource({
        "http://app:3000/voice,         wss://app:3000/media,  , --stream-origin ws://app:3000",
        "http://app:3000/voice,         wss://abc.ngrok.app/m, --stream-origin ws://app:3000,",
        "https://staging.example/voice, wss://abc.ngrok.app/m, ,"
    })
    void aServerInOnesOwnNetworkIsDialledWithoutTlsByTheSameOption(
            URI to, URI named, @Nullable String toServer, @Nullable String plain) {
        Route route = OriginMapping.to(to, null, StreamOrigin.AUTO).route(named);

        assertThat(route.toServersOrigin()).isEqualTo(toServer);
        assertThat(route.withoutTls()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/voice,   , https://abc.ngrok.app/after,        --as https://abc.ngrok.app",
        "http://localhost:3000/voice,   , https://localhost:3000/after,       --as https://localhost:3000",
        "http://localhost:3000/voice,   , wss://abc.ngrok.app/media,          --as https://abc.ngrok.app",
        "http://localhost:3000/voice,   , http://localhost:4000/after,",
        "https://localhost:3443/voice,  , https://localhost:3443/after,",
        "http://localhost:3000/voice,   https://a.example, https://b.example/after,",
        "https://staging.example/voice, , https://abc.ngrok.app/after,"
    })
    void theOptionThatNamesThePublicOriginHasTheOneThatTheServerNamed(
            URI to, @Nullable URI as, URI named, @Nullable String option) {
        assertThat(OriginMapping.to(to, as, StreamOrigin.AUTO).route(named).asNamed())
                .isEqualTo(option);
    }
}
