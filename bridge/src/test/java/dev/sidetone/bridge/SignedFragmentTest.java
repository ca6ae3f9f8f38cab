package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.SignatureValidator;
import dev.sidetone.bridge.twilio.SignatureValidator.Verdict;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read of a request is what was signed: behind a fragment, which nobody signs, nothing is read. */
class SignedFragmentTest {
    private static final String OTHER_SID = "CA00000000000000000000000000000002";
    private static final String TOKEN = "12345";
    private static final String[] PARTS = {"#", "&", "?", "=", "CallSid=CA1", "CallStatus=completed", "a", "%23", "/"};

    private final SignatureValidator twilio = new SignatureValidator(TOKEN);
    private final BridgeOnMemoryNetwork bridge = new BridgeOnMemoryNetwork();

    @Test
    void oneSignedStatusOfACallCannotEndAnother() {
        bridge.connect();
        String signed = "CallSid=" + OTHER_SID + "&CallStatus=ringing";
        String forged = signed + "#&CallSid=" + BridgeOnMemoryNetwork.SID + "&CallStatus=completed";
        bridge.site.answer(
                new RequestHandler.Request(
                        "GET", "/call-status", forged, signatureOf("/call-status?" + signed), "", "203.0.113.7"),
                bridge.net);
        bridge.advanceMs(1_000);
        assertThat(bridge.site.activeCalls()).isEqualTo(1);
        assertThat(bridge.twilio.ends).isEmpty();
    }

    @Test
    void theHashOfABodyIsReadOfWhatWasSigned() throws Exception {
        String body = "{\"CallSid\":\"" + BridgeOnMemoryNetwork.SID + "\"}";
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        String signed = "http://bridge/voice?a=1";
        assertThat(twilio.body(signed + "#&bodySHA256=" + hash, body, twilio.signature(signed)))
                .isEqualTo(Verdict.WRONG);
        String genuine = signed + "&bodySHA256=" + hash;
        assertThat(twilio.body(genuine, body, twilio.signature(genuine))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void whateverASignatureIsGenuineForHasTheFieldsThatWereSigned() {
        Random random = new Random(2_026);
        int genuine = 0;
        for (int i = 0; i < 20_000; i++) {
            String signed = query(random);
            String received = random.nextBoolean() ? signed + query(random) : signed + "#" + query(random);
            String signature = twilio.signature("http://bridge/voice?" + signed);
            if (twilio.form("http://bridge/voice?" + received, Map.<String, List<String>>of(), signature)
                    == Verdict.GENUINE) {
                genuine++;
                assertThat(WebhookFields.ofQuery(received)).isEqualTo(WebhookFields.ofQuery(signed));
            }
        }
        assertThat(genuine).isGreaterThan(100);
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int parts = random.nextInt(5); parts > 0; parts--) {
            query.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return query.toString();
    }

    private Map<String, String> signatureOf(String target) {
        Map<String, String> headers = new HashMap<>();
        headers.put("host", "bridge");
        headers.put("x-twilio-signature", twilio.signature("http://bridge" + target));
        return headers;
    }
}
