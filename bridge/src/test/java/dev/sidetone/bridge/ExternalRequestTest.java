package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.RequestHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-forwarded-anything",
                "x-original-host",
                "x-original-forwarded-for",
                "x-client-ip",
                "true-client-ip",
                "x-cluster-client-ip",
                "x-envoy-external-address",
                "fastly-client-ip",
                "x-azure-clientip",
                "x-azure-ref",
                "cf-ray",
                "cf-visitor",
                "cdn-loop",
                "x-amzn-trace-id",
                "x-cloud-trace-context",
                "fly-client-ip",
                "tailscale-user-login"
            })
    void whatAProxyAnnouncesItselfByIsNoProgramOfThisMachine(String header) {
        assertThat(view(Map.of(header, "x"), true).isLocal(Set.of())).isFalse();
    }

    @Test
    void whatProgramsSendByThemselvesShowsNoProxy() {
        Map<String, String> usual =
                Map.of("user-agent", "curl/8", "traceparent", "00", "x-request-id", "1", "x-cf", "1", "x-via", "1");
        assertThat(view(usual, true).isLocal(Set.of())).isTrue();
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
