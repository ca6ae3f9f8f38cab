package dev.sidetone.simulator.twilio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import dev.sidetone.simulator.twilio.webhook.WebhookForm;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioSignatureTest {
    private static final String TOKEN = "12345";
    private static final Map<String, String> FORM = Map.of(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2,       true,  RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php,                   true,  1xaxFBvyzXYvWplzNOSs28HWO94=",
        "https://mycompany.com/myapp.php?foo=1&bar=2,       false, zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2,   true,  kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2,     true,  0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "wss://example.com/media,                           false, 7PR3qMkpDyEJtMrVOY/LDyNq8J8=",
        "wss://example.com/media/,                          false, T+WBXwUXC0/CyoZ1DA+p9ilZORs=",
        "https://example.com/media,                         false, 6HZQ7Cq/dSYDCAiy3qRA6PZfACI="
    })
    void thePublishedVectorsComeOut(String url, boolean withForm, String signature) {
        assertThat(TwilioSignature.sign(TOKEN, url, withForm ? FORM : Map.of())).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/voice",
        "https://example.com/voice?a=b%20c",
        "https://example.com:8443/voice",
        "http://user:secret@127.0.0.1:80/voice?x=1#rt=100"
    })
    void twiliosOwnLibraryAcceptsAWebhook(URI url) {
        Map<String, String> form = WebhookForm.fields(
                CallPlan.to(url).with(Map.of("ForwardedFrom", "+15550123", "Umlaut", "ä +&")), "CA1", "ringing");

        String signature = TwilioSignature.sign(TOKEN, TwilioSignature.signedUrl(url), form);

        String seen = url.toString().replace("user:secret@", "").replaceAll("#.*", "");
        assertThat(new RequestValidator(TOKEN).validate(seen, form, signature)).isTrue();
        assertThat(new RequestValidator("wrong").validate(seen, form, signature))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "STREAM_SLASH,        wss://host/media,      wss://host/media/",
        "STREAM_WITHOUT_PORT, wss://host:8443/media, wss://host/media",
        ",                    wss://host:8443/media, wss://host:8443/media"
    })
    void aStreamsAddressIsSignedInTheFormThatIsTried(SignatureQuirk quirk, URI url, String signed) {
        CallPlan plan = CallPlan.to(url).signing(quirk == null ? Set.of() : Set.of(quirk));

        assertThat(TwilioSignature.streamHeaders(plan, url))
                .containsEntry("x-twilio-signature", TwilioSignature.sign(plan.authToken(), signed, Map.of()));
    }

    @Test
    void aStatusCallbackIsSignedWithItsPort() {
        assertThat(TwilioSignature.signedCallback(URI.create("https://user:pw@host:8443/p#rc=1")))
                .isEqualTo("https://host:8443/p");
    }

    @Test
    void twiliosOwnLibraryAcceptsAHandshake() {
        String url = "ws://localhost:8080/media";

        String signature = TwilioSignature.sign(TOKEN, url, Map.of());

        assertThat(new RequestValidator(TOKEN).validate(url, Map.of(), signature))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@host:8443/p?q=%2B#rt=5, https://host/p?q=%2B",
        "http://user:pw@host:8080/p,             http://host:8080/p",
        "https://host,                           https://host",
        "https://[::1]:8443/p,                   https://[::1]/p"
    })
    void onlyWhatTwilioSignsOfAUrlIsSigned(URI url, String signed) {
        assertThat(TwilioSignature.signedUrl(url)).isEqualTo(signed);
    }
}
