package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.socket.RequestHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BridgeRoutesTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void theWebhookAnswersWithAStreamToTheHostThatWasDialled() {
        RequestHandler.Response answer =
                call.post("/voice", "CallSid=CA00000000000000000000000000000001&From=%2B15550100", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/xml");
        assertThat(answer.body())
                .contains("<Connect action=\"/after-stream\">")
                .contains("url=\"ws://bridge/media\"")
                .contains("name=\"token\"");
    }

    @Test
    void aRepeatedWebhookGetsTheSameToken() {
        assertThat(call.token()).isEqualTo(call.token());
    }

    @Test
    void aRightSignatureIsTakenAndAWrongOneRefused() {
        // Computed by hand: HMAC-SHA1 over URL and sorted fields with the token 12345.
        String url = "http://bridge/voice";
        String genuine = signature(url, "CallSidCA00000000000000000000000000000001From+15550100");
        assertThat(call.post(
                                "/voice",
                                "From=%2B15550100&CallSid=CA00000000000000000000000000000001",
                                Map.of("X-Twilio-Signature", genuine))
                        .status())
                .isEqualTo(200);
        assertThat(call.post(
                                "/voice",
                                "From=%2B15550101&CallSid=CA00000000000000000000000000000001",
                                Map.of("X-Twilio-Signature", genuine))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSignedRequestForADocumentWithoutACallIsRefusedAndNamesTheBridge() {
        for (String path : List.of("/voice", "/outbound")) {
            for (String sid :
                    List.of("", "CA1", "MZ00000000000000000000000000000001", "CA0000000000000000000000000000000g")) {
                RequestHandler.Response refused = call.post(
                        path, "CallSid=" + sid, SignedByTwilio.headers("http://bridge" + path + "CallSid" + sid));
                assertThat(refused.status()).as(path + " " + sid).isEqualTo(400);
                assertThat(refused.headers()).containsEntry(BridgeProbe.INSTANCE, call.site.instance());
            }
        }
    }

    @Test
    void theSdksValidatorAgreesWithTheSignatureThatTheTestMakes() {
        String url = "http://bridge/voice";
        assertThat(new RequestValidator("12345")
                        .validate(
                                url,
                                Map.of("CallSid", "CA00000000000000000000000000000001"),
                                signature(url, "CallSidCA00000000000000000000000000000001")))
                .isTrue();
    }

    @Test
    void aStreamWithoutTheTokenOfItsTwimlIsTurnedAway() {
        call.startStream("guessed");
        call.advanceMs(10);
        assertThat(call.twilio.ends).containsExactly("closed 1008 wrong token");
        assertThat(call.facts).isEmpty();
    }

    @Test
    void aTokenIsGoodForOneStreamOnly() {
        String token = call.token();
        call.startStream(token);
        assertThat(call.twilio.ends).isEmpty();
        call.startStream(token);
        call.advanceMs(10);
        assertThat(call.twilio.ends).containsExactly("closed 1008 wrong token");
    }

    @Test
    void aWronglySignedUpgradeIsRefused() {
        call.net.dial(URI.create("ws://bridge/media"), Map.of("X-Twilio-Signature", "AAAA"), call.twilio);
        call.advanceMs(10);
        assertThat(call.twilio.ends).containsExactly("failed 403");
    }

    @Test
    void aSignedUpgradeIsTaken() {
        String genuine = signature("ws://bridge/media", "");
        call.net.dial(URI.create("ws://bridge/media"), Map.of("X-Twilio-Signature", genuine), call.twilio);
        call.advanceMs(10);
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void whatIsNotARouteSaysSo() {
        assertThat(call.post("/nothing", "", Map.of()).status()).isEqualTo(404);
        assertThat(call.post("/media", "", Map.of()).status()).isEqualTo(426);
        assertThat(call.post("/health", "", Map.of()).body()).isEqualTo("ok\n");
    }

    @Test
    void healthNamesTheBridgeAndJudgesTheSignature() {
        String genuine = signature("http://bridge/health", "");
        Map<String, String> signed =
                call.post("/health", "", Map.of("X-Twilio-Signature", genuine)).headers();
        assertThat(signed)
                .containsEntry("X-Sidetone", call.site.instance())
                .containsEntry("X-Sidetone-Signature", "genuine");
        assertThat(call.post("/health", "", Map.of()).headers()).containsEntry("X-Sidetone-Signature", "missing");
        assertThat(call.post("/health", "", Map.of("X-Twilio-Signature", "AAAA"))
                        .headers())
                .containsEntry("X-Sidetone-Signature", "wrong");
        assertThat(new BridgeOnMemoryNetwork().site.instance()).isNotEqualTo(call.site.instance());
    }

    @Test
    void theSettingsNeverPrintASecret() {
        BridgeConfig.Agent agent =
                new BridgeConfig.Agent("openai", URI.create("ws://agent/"), "sk-secret", OpenAi.REALTIME.defaults());
        assertThat(agent + " " + new BridgeConfig("h", 0, 1, null, "token-secret", agent))
                .doesNotContain("secret");
    }

    private static String signature(String url, String fields) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA1");
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    "12345".getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] signed = mac.doFinal((url + fields).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return java.util.Base64.getEncoder().encodeToString(signed);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
