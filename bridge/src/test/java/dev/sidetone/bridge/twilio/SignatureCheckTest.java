package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.SignatureCheck.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twilio's published example (token 12345) and two computed for this test. */
class SignatureCheckTest {
    private final SignatureCheck check = new SignatureCheck("12345");
    private final Map<String, String> fields = Map.of(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    @Test
    void twiliosPublishedExampleIsGenuine() {
        assertThat(check.form("https://mycompany.com/myapp.php?foo=1&bar=2", fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void oneOtherCharacterIsWrong() {
        assertThat(check.form("https://mycompany.com/myapp.php?foo=1&bar=3", fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isEqualTo(Verdict.WRONG);
        assertThat(new SignatureCheck("12346")
                        .form("https://mycompany.com/myapp.php?foo=1&bar=2", fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
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
        assertThat(check.upgrade("wss://example.com/media", "6HZQ7Cq/dSYDCAiy3qRA6PZfACI="))
                .isEqualTo(Verdict.WRONG);
    }
}
