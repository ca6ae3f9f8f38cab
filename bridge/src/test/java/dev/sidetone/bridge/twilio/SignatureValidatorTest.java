package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.twilio.security.RequestValidator;
import dev.sidetone.bridge.twilio.SignatureValidator.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that Twilio publishes for the token 12345, some computed for the project, and forms of address signed by the test itself. */
class SignatureValidatorTest {
    private static final String TOKEN = "12345";
    private static final String APP = "https://mycompany.com/myapp.php";
    private static final String HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
    private static final Map<String, List<String>> NOTHING = Map.of();

    private final SignatureValidator check = new SignatureValidator(TOKEN);
    private final Map<String, List<String>> fields = Map.of(
            "Digits", List.of("1234"),
            "CallSid", List.of("CA1234567890ABCDE"),
            "To", List.of("+18005551212"),
            "Caller", List.of("+14158675309"),
            "From", List.of("+14158675309"));

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2,     RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php,                 1xaxFBvyzXYvWplzNOSs28HWO94=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2,   0ZXoZLH/DfblKGATFgpif+LLRf4=",
    })
    void aPublishedFormIsGenuine(String url, String signature) {
        assertThat(check.form(url, fields, signature)).isEqualTo(Verdict.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com/myapp.php?foo=1&bar=2,  0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:8443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://user:word@mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php?foo=1&bar=2#rc=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    })
    void thePortMayBeSignedOrNotAndCredentialsAndFragmentNeverAre(String url, String signature) {
        assertThat(check.form(url, fields, signature)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void aRequestWithoutFieldsIsSignedByItsUrlAlone() {
        assertThat(check.form(APP + "?foo=1&bar=2", NOTHING, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="))
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void anyOtherBodyIsKnownByItsHashInTheQuery() {
        String url = APP + "?foo=1&bar=2&bodySHA256=" + HASH;
        assertThat(check.body(url, JSON, "a9nBmqA0ju/hNViExpshrM61xv4=")).isEqualTo(Verdict.GENUINE);
        assertThat(check.body(APP + "?bodySHA256=" + HASH, JSON, "y77kIzt2vzLz71DgmJGsen2scGs="))
                .isEqualTo(Verdict.GENUINE);
        assertThat(check.body(url, JSON + " ", "a9nBmqA0ju/hNViExpshrM61xv4=")).isEqualTo(Verdict.WRONG);
        assertThat(check.body(APP + "?foo=1&bar=2", JSON, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="))
                .isEqualTo(Verdict.WRONG);
        assertThat(check.body(url, JSON, null)).isEqualTo(Verdict.MISSING);
    }

    @Test
    void oneOtherCharacterIsWrong() {
        String signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assertThat(check.form(APP + "?foo=1&bar=3", fields, signature)).isEqualTo(Verdict.WRONG);
        assertThat(check.form("http://mycompany.com/myapp.php?foo=1&bar=2", fields, signature))
                .isEqualTo(Verdict.WRONG);
        assertThat(check.form(APP + "/?foo=1&bar=2", fields, signature)).isEqualTo(Verdict.WRONG);
        assertThat(check.form(APP + "?foo=1&bar=2", NOTHING, signature)).isEqualTo(Verdict.WRONG);
        assertThat(new SignatureValidator("12346").form(APP + "?foo=1&bar=2", fields, signature))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void noSignatureIsMissingRatherThanWrong() {
        assertThat(check.form("https://mycompany.com/", fields, null)).isEqualTo(Verdict.MISSING);
        assertThat(check.upgrade("wss://example.com/media", "")).isEqualTo(Verdict.MISSING);
    }

    @Test
    void anUpgradeIsGenuineWithAndWithoutASlashAddedButNotAsHttps() {
        assertThat(check.upgrade("wss://example.com/media", "7PR3qMkpDyEJtMrVOY/LDyNq8J8="))
                .isEqualTo(Verdict.GENUINE);
        assertThat(check.upgrade("wss://example.com/media", "T+WBXwUXC0/CyoZ1DA+p9ilZORs="))
                .isEqualTo(Verdict.GENUINE);
        assertThat(check.upgrade("wss://example.com/media/", "7PR3qMkpDyEJtMrVOY/LDyNq8J8="))
                .isEqualTo(Verdict.GENUINE);
        assertThat(check.upgrade("wss://example.com/media", "6HZQ7Cq/dSYDCAiy3qRA6PZfACI="))
                .isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "wss://example.com/media,      wss://example.com:443/media",
        "wss://example.com:443/media,  wss://example.com/media",
        "wss://example.com:8443/media, wss://example.com:8443/media",
        "wss://example.com:8443/media, wss://example.com:8443/media/",
        "wss://example.com,            wss://example.com/",
        "ws://127.0.0.1:8080/media,    ws://127.0.0.1:8080/media",
        "ws://[::1]:8080/media,        ws://[::1]:8080/media",
    })
    void anUpgradeIsGenuineInEveryFormOfItsAddress(String url, String signed) {
        assertThat(check.upgrade(url, sign(signed))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void theQueryIsSignedAsItWasSent() {
        String url = "https://example.com:8443/voice?name=a%2Bb+c&empty=";
        assertThat(check.form(url, NOTHING, sign(url))).isEqualTo(Verdict.GENUINE);
        assertThat(check.form(url, NOTHING, sign("https://example.com:8443/voice?name=a+b+c&empty=")))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void aRepeatedNameIsSignedWithEachOfItsValuesOnceInOrder() {
        Map<String, List<String>> repeated =
                Map.of("Event", List.of("ringing", "answered", "ringing"), "A", List.of(""));
        assertThat(check.form("https://example.com/", repeated, sign("https://example.com/AEventansweredEventringing")))
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void theSdksValidatorAgreesWhereItCan() {
        RequestValidator validator = new RequestValidator(TOKEN);
        String url = "https://example.com/voice?x=1";
        String signature = sign(url + "CallSidCA1");
        assertThat(validator.validate(url, Map.of("CallSid", "CA1"), signature)).isTrue();
        assertThat(check.form(url, Map.of("CallSid", List.of("CA1")), signature))
                .isEqualTo(Verdict.GENUINE);
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "@", ":", "#", "?", "/", "1", "a:1@", "#\u2028"})
    void aUrlCostsNoMoreThanItsLength(String part) {
        String url = "http://" + part.repeat(200_000 / part.length()) + "\u2028/voice";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(check.form(url, fields, sign("http://elsewhere/"))).isEqualTo(Verdict.WRONG);
            assertThat(check.upgrade(url, sign("http://elsewhere/"))).isEqualTo(Verdict.WRONG);
            assertThat(check.body(url, JSON, sign("http://elsewhere/"))).isEqualTo(Verdict.WRONG);
        });
    }
}
