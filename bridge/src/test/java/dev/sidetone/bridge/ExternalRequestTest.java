package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.RequestHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExternalRequestTest {
    @Test
    void aProgramOnThisMachineIsFromHere() {
        assertThat(view(Map.of(), true).isLocal(Set.of())).isTrue();
        assertThat(view(Map.of("origin", "http://127.0.0.1:8080"), true).isLocal(Set.of()))
                .isTrue();
        assertThat(view(Map.of(), false).isLocal(Set.of())).isFalse();
    }

    @Test
    void whatATunnelPassesOnIsNot() {
        assertThat(view(Map.of("x-forwarded-for", "192.0.2.1"), true).isLocal(Set.of()))
                .isFalse();
        assertThat(view(Map.of("cf-connecting-ip", "192.0.2.1"), true).isLocal(Set.of()))
                .isFalse();
        assertThat(view(Map.of("via", "1.1 proxy"), true).isLocal(Set.of())).isFalse();
    }

    @Test
    void norIsWhatAPageInTheBrowserSends() {
        assertThat(view(Map.of("origin", "https://evil.example"), true).isLocal(Set.of()))
                .isFalse();
        assertThat(view(Map.of("origin", "null"), true).isLocal(Set.of())).isFalse();
    }

    @Test
    void aPageOfAnOriginThatIsLetInIsFromHereWhileItsBrowserIs() {
        Set<String> pages = Set.of("http://localhost:5173");
        assertThat(view(Map.of("origin", "http://LOCALHOST:5173"), true).isLocal(pages))
                .isTrue();
        assertThat(view(Map.of("origin", "http://localhost:5173"), false).isLocal(pages))
                .isFalse();
        assertThat(view(Map.of("origin", "http://localhost:5174"), true).isLocal(pages))
                .isFalse();
    }

    private static ExternalRequest view(Map<String, String> headers, boolean loopback) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("host", "127.0.0.1:8080");
        return new ExternalRequest(
                null,
                "127.0.0.1",
                new RequestHandler.Request("POST", "/voice", null, all, "", loopback ? "127.0.0.1" : "203.0.113.7"));
    }
}
