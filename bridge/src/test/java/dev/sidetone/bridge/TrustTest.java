package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.twilio.SignatureValidator;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bridge without a public address and without a token of its owner's: what shows that a request is from here, and what does not. */
class TrustTest {
    private static final String SID = "CA00000000000000000000000000000001";
    private static final String FORM = "CallSid=" + SID;
    private static final String HERE = "127.0.0.1";

    private final MemoryNetwork net = new MemoryNetwork(new ManualTimers(1_000_000_000L), 0);

    @Test
    void theTestTokenOpensNothingThroughATunnel() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults());
        Map<String, String> tunnel = signed("abc.ngrok.app", "x-forwarded-for", "203.0.113.7");
        assertThat(post(bridge, tunnel, HERE).status()).isEqualTo(403);
        assertThat(post(bridge, signed("abc.ngrok.app"), HERE).status()).isEqualTo(403);
        assertThat(post(bridge, signed("192.0.2.10:8080"), "192.0.2.99").status())
                .isEqualTo(403);
    }

    @Test
    void theTestTokenIsAsGoodAsNoneOnThisMachine() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults());
        assertThat(post(bridge, signed("127.0.0.1:8080"), HERE).status()).isEqualTo(200);
        assertThat(post(bridge, Map.of("host", "127.0.0.1:8080", "x-twilio-signature", "AAAA"), HERE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theTokenOfOneStartIsAnotherInTheNextAndProvesWhoSigned() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults());
        assertThat(bridge.signingToken())
                .hasSize(32)
                .isNotEqualTo(bridge(CallPolicy.defaults()).signingToken());
        String url = "http://abc.ngrok.app/health";
        RequestHandler.Request health = new RequestHandler.Request(
                "GET",
                "/health",
                null,
                Map.of("host", "abc.ngrok.app", "x-twilio-signature", BridgeProbe.sign(bridge.signingToken(), url)),
                "",
                HERE);
        assertThat(bridge.answer(health, net).headers()).containsEntry(BridgeProbe.SIGNATURE, "genuine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "localhost@evil.example",
                "127.0.0.1:evil.example",
                "127.0.0.1:8080, evil.example",
                "localhost:80@evil.example",
                "evil.example/.localhost",
                "evil.example#.localhost",
                "",
                "x"
            })
    void aNameThatThisMachineHasFromAnotherIsNotItsOwn(String host) {
        BridgeRoutes bridge = bridge(CallPolicy.defaults());
        assertThat(post(bridge, Map.of("host", host), HERE).status()).isEqualTo(403);
        assertThat(post(bridge, Map.of("host", host, "origin", "http://" + host), HERE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRequestThatNamesNoHostIsNotFromHere() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults().withScrapers(new MetricsReaders(Set.of("10.0.0.7"))));
        assertThat(post(bridge, Map.of(), HERE).status()).isEqualTo(403);
        for (String peer : new String[] {HERE, "10.0.0.7"}) {
            RequestHandler.Request asked = new RequestHandler.Request("GET", "/metrics", null, Map.of(), "", peer);
            assertThat(bridge.answer(asked, net).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "bridge.localhost",
                "127.0.0.1:8080",
                "127.8.8.8",
                "[::1]:8080",
                "host.docker.internal:8080"
            })
    void everyNameOfThisMachinesOwnIsGood(String host) {
        assertThat(post(bridge(CallPolicy.defaults()), Map.of("host", host), HERE)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sec-fetch-site,cross-site",
        "sec-fetch-site,same-site",
        "sec-fetch-site,Cross-Site",
        "origin,null",
        "origin,https://evil.example"
    })
    void anotherSitesPageIsRefused(String header, String value) {
        Map<String, String> page = Map.of("host", "127.0.0.1:8080", header, value);
        BridgeRoutes bridge = bridge(CallPolicy.defaults());
        assertThat(post(bridge, page, HERE).status()).isEqualTo(403);
        assertThat(get(bridge, "/voice", page).status()).isEqualTo(403);
    }

    @Test
    void aDocumentThatAPersonLooksAtTakesNoPlace() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults().withMostCalls(1));
        Map<String, String> browser = Map.of("host", "127.0.0.1:8080", "sec-fetch-site", "none");
        for (int i = 0; i < 130; i++) {
            RequestHandler.Response shown = get(bridge, "/voice?CallSid=CA" + i, browser);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.body()).contains("<Stream");
        }
        assertThat(post(bridge, Map.of("host", "127.0.0.1:8080"), HERE).body()).contains("<Stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/call-status", "/stream-status", "/after-stream"})
    void aGetThatNobodySignedChangesNothing(String path) {
        assertThat(get(bridge(CallPolicy.defaults()), path + "?CallStatus=completed", Map.of("host", "localhost"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void aSignedGetIsACall() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults().withMostCalls(1));
        String query = "?CallSid=" + SID;
        String signature = BridgeProbe.sign(SignatureValidator.TEST_TOKEN, "http://127.0.0.1:8080/voice" + query);
        Map<String, String> twilio = Map.of("host", "127.0.0.1:8080", "x-twilio-signature", signature);
        assertThat(get(bridge, "/voice" + query, twilio).body())
                .contains("<Stream")
                .doesNotContain("only-shown");
        assertThat(post(bridge, Map.of("host", "localhost"), "CallSid=CA2").body())
                .contains("busy");
    }

    @Test
    void oneCallAsksForItsDocumentsSoOftenAndOthersStillGetTheirs() {
        BridgeRoutes bridge = bridge(CallPolicy.defaults());
        for (int i = 0; i < 30; i++) {
            assertThat(post(bridge, Map.of("host", "localhost"), FORM).status()).isEqualTo(200);
        }
        assertThat(post(bridge, Map.of("host", "localhost"), FORM).status()).isEqualTo(429);
        assertThat(post(bridge, Map.of("host", "localhost"), "CallSid=CA2").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, 200",
        "127.0.0.1, abc.ngrok.app, 403",
        "127.0.0.1, evil.example:8080, 403",
        "192.0.2.99, localhost:8080, 403",
        "10.0.0.7, 10.0.0.1:8080, 200",
        "10.0.0.7, bridge:8080, 200",
        "10.0.0.7, evil.example:8080, 403",
        "10.0.0.8, 10.0.0.1:8080, 403"
    })
    void metricsAreForThisMachineAndThoseThatAreNamed(String peer, String host, int status) {
        BridgeRoutes bridge = bridge(CallPolicy.defaults().withScrapers(new MetricsReaders(Set.of("10.0.0.7"))));
        RequestHandler.Request asked =
                new RequestHandler.Request("GET", "/metrics", null, Map.of("host", host), "", peer);
        assertThat(bridge.answer(asked, net).status()).isEqualTo(status);
    }

    private BridgeRoutes bridge(CallPolicy policy) {
        BridgeConfig.Agent agent = new BridgeConfig.Agent(
                "openai", URI.create("ws://agent/v1/realtime"), "sk-secret", OpenAi.REALTIME.defaults());
        BridgeConfig config = new BridgeConfig(HERE, 0, 1, null, SignatureValidator.TEST_TOKEN, agent, policy);
        return new BridgeRoutes(config, callSid -> event -> {});
    }

    /** The headers of a webhook that the test token signed, and further ones. */
    private static Map<String, String> signed(String host, String... more) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("host", host);
        headers.put(
                "x-twilio-signature",
                BridgeProbe.sign(SignatureValidator.TEST_TOKEN, "http://" + host + "/voiceCallSid" + SID));
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return headers;
    }

    /** @param peerOrForm the peer's address, or the form */
    private RequestHandler.Response post(BridgeRoutes bridge, Map<String, String> headers, String peerOrForm) {
        boolean form = peerOrForm.contains("=");
        return bridge.answer(
                new RequestHandler.Request(
                        "POST", "/voice", null, headers, form ? peerOrForm : FORM, form ? HERE : peerOrForm),
                net);
    }

    private RequestHandler.Response get(BridgeRoutes bridge, String target, Map<String, String> headers) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return bridge.answer(
                new RequestHandler.Request(
                        "GET", path, query < 0 ? null : target.substring(query + 1), headers, "", HERE),
                net);
    }
}
