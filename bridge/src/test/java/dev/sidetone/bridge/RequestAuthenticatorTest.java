package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are accepted when they are signed for the public address or, without one, unsigned from this machine. */
class RequestAuthenticatorTest {
    private static final String PUBLIC = "https://voice.example.com";

    private final BridgeOnMemoryNetwork local = new BridgeOnMemoryNetwork();
    private final BridgeOnMemoryNetwork open =
            new BridgeOnMemoryNetwork(OpenAi.REALTIME.defaults(), CallPolicy.defaults(), PUBLIC, CallControl.none());

    @Test
    void withAPublicAddressOnlyWhatIsSignedForItComesIn() {
        assertThat(status(open, Map.of())).isEqualTo(403);
        assertThat(status(open, SignedByTwilio.headers("http://bridge/voiceCallSidCA00000000000000000000000000000001")))
                .isEqualTo(403);
        assertThat(status(open, SignedByTwilio.headers(PUBLIC + "/voiceCallSidCA00000000000000000000000000000001")))
                .isEqualTo(200);
        assertThat(status(open, SignedByTwilio.headers(PUBLIC + ":443/voiceCallSidCA00000000000000000000000000000001")))
                .isEqualTo(200);
    }

    @Test
    void theStreamGoesToThePublicAddress() {
        assertThat(open.post(
                                "/voice",
                                "CallSid=CA00000000000000000000000000000001",
                                SignedByTwilio.headers(PUBLIC + "/voiceCallSidCA00000000000000000000000000000001"))
                        .body())
                .contains("url=\"wss://voice.example.com/media\"");
    }

    @Test
    void withoutOneTheUrlThatWasDialledIsWhatCounts() {
        assertThat(status(
                        local, SignedByTwilio.headers("http://bridge/voiceCallSidCA00000000000000000000000000000001")))
                .isEqualTo(200);
        assertThat(status(local, SignedByTwilio.headers(PUBLIC + "/voiceCallSidCA00000000000000000000000000000001")))
                .isEqualTo(403);
        assertThat(status(local, Map.of())).isEqualTo(200);
    }

    @Test
    void whatAProxySaysAboutTheAddressIsNotBelieved() {
        Map<String, String> headers = new TreeMap<>(
                SignedByTwilio.headers("https://evil.example/voiceCallSidCA00000000000000000000000000000001"));
        headers.put("X-Forwarded-Host", "evil.example");
        headers.put("X-Forwarded-Proto", "https");
        assertThat(status(local, headers)).isEqualTo(403);
        assertThat(status(open, headers)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Host", "Forwarded"})
    void whatATunnelPassesOnDoesNotComeFromThisMachine(String header) {
        assertThat(status(local, Map.of(header, "203.0.113.7"))).isEqualTo(403);
    }

    @Test
    void theQueryIsPartOfWhatIsSigned() {
        Map<String, String> signed =
                SignedByTwilio.headers("http://bridge/voice?tenant=a%2Bb&x=CallSidCA00000000000000000000000000000001");
        assertThat(local.post("/voice?tenant=a%2Bb&x=", "CallSid=CA00000000000000000000000000000001", signed)
                        .status())
                .isEqualTo(200);
        assertThat(local.post("/voice?tenant=other&x=", "CallSid=CA00000000000000000000000000000001", signed)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWebhookMayBeGotWithItsFieldsInTheQuery() {
        String url = "http://bridge/voice?CallSid=CA00000000000000000000000000000007&From=%2B15550100";
        assertThat(get(local, url, SignedByTwilio.headers(url)).body()).contains("<Stream");
        assertThat(get(local, url, SignedByTwilio.headers(url + "CallSidCA00000000000000000000000000000007"))
                        .status())
                .isEqualTo(403);
        assertThat(get(open, "http://bridge/voice", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void jsonIsKnownByItsHash() {
        String body = "{\"CallSid\":\"CA00000000000000000000000000000001\",\"CallStatus\":\"completed\"}";
        String path = "/call-status?bodySHA256=" + "0".repeat(64);
        Map<String, String> headers = new TreeMap<>(SignedByTwilio.headers("http://bridge" + path));
        headers.put("Content-Type", "application/json");
        assertThat(local.post(path, body, headers).status()).isEqualTo(403);

        String right = "/call-status?bodySHA256=" + sha256(body);
        headers.putAll(SignedByTwilio.headers("http://bridge" + right));
        assertThat(local.post(right, body, headers).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://voice.example.com/media",
                "wss://voice.example.com/media/",
                "wss://voice.example.com:443/media"
            })
    void aStreamIsLetInWhenAnyFormOfItsAddressIsSigned(String signed) {
        open.net.dial(URI.create("ws://bridge/media"), SignedByTwilio.headers(signed), open.twilio);
        open.advanceMs(10);
        assertThat(open.twilio.ends).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://voice.example.com/media", "wss://bridge/media", "wss://voice.example.com/voice"})
    void aStreamThatIsSignedForAnythingElseIsRefused(String signed) {
        open.net.dial(URI.create("ws://bridge/media"), SignedByTwilio.headers(signed), open.twilio);
        open.advanceMs(10);
        assertThat(open.twilio.ends).containsExactly("failed 403");
    }

    @Test
    void anUnsignedStreamIsRefusedWhereThereIsAPublicAddress() {
        open.net.dial(URI.create("ws://bridge/media"), Map.of(), open.twilio);
        open.advanceMs(10);
        assertThat(open.twilio.ends).containsExactly("failed 403");
    }

    @Test
    void aPageInABrowserIsRefusedUnlessItsOriginIsLetIn() {
        Map<String, String> browser = Map.of("Origin", "http://localhost:5173");
        assertThat(status(local, browser)).isEqualTo(403);
        local.net.dial(URI.create("ws://bridge/media"), browser, local.twilio);
        local.advanceMs(10);
        assertThat(local.twilio.ends).containsExactly("failed 403");

        CallPolicy letIn = CallPolicy.defaults().withPages(Set.of("http://localhost:5173"));
        BridgeOnMemoryNetwork bridge = new BridgeOnMemoryNetwork(letIn, CallControl.none());
        RequestHandler.Response answer = bridge.post("/voice", "CallSid=CA1", browser);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "http://localhost:5173");
        assertThat(status(bridge, Map.of("Origin", "https://evil.example"))).isEqualTo(403);
        bridge.net.dial(URI.create("ws://bridge/media"), browser, bridge.twilio);
        bridge.advanceMs(10);
        assertThat(bridge.twilio.ends).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5173, '; a page of http://localhost:5173 sent it: --allow-origin http://localhost:5173 lets it in'",
        "null, ''",
        "'', ''",
        "file://, ''",
        "moz-extension://a, ''",
        "'http://a b', ''",
        "'http://localhost:5173, https://evil.example', ''"
    })
    void onlyAPageThatTheOptionTakesIsNamedWithIt(String page, String cure) {
        Map<String, String> headers = Map.of("host", "127.0.0.1:8080", "origin", page);
        RequestHandler.Request request = new RequestHandler.Request("POST", "/voice", null, headers, "", "127.0.0.1");
        assertThat(RequestAuthenticator.cure(new ExternalRequest(null, "127.0.0.1", request)))
                .isEqualTo(cure);
    }

    @Test
    void aPageThatIsLetInStillNeedsASignatureWhereThereIsAPublicAddress() {
        CallPolicy letIn = CallPolicy.defaults().withPages(Set.of("http://localhost:5173"));
        BridgeOnMemoryNetwork bridge =
                new BridgeOnMemoryNetwork(OpenAi.REALTIME.defaults(), letIn, PUBLIC, CallControl.none());

        assertThat(status(bridge, Map.of("Origin", "http://localhost:5173"))).isEqualTo(403);
    }

    private static int status(BridgeOnMemoryNetwork bridge, Map<String, String> headers) {
        return bridge.post("/voice", "CallSid=CA00000000000000000000000000000001", headers)
                .status();
    }

    private static RequestHandler.Response get(BridgeOnMemoryNetwork bridge, String url, Map<String, String> headers) {
        List<RequestHandler.Response> answers = new ArrayList<>();
        bridge.net.request("GET", URI.create(url), headers, "", answers::add);
        bridge.advanceMs(1);
        return answers.get(0);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
