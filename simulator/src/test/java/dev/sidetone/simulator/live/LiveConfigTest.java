package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.AgentChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What live mode needs to be told, and what it says when it is not. */
class LiveConfigTest {
    private static final Map<String, String> ENOUGH =
            Map.of("TWILIO_ACCOUNT_SID", Cloud.ACCOUNT_SID, "TWILIO_AUTH_TOKEN", "secret");

    @Test
    void accountAndTokenAreEnough() throws WrongSetting {
        LiveConfig terms = terms(ENOUGH);
        assertThat(terms.account().api()).isEqualTo(URI.create("https://api.twilio.com"));
        assertThat(terms.rates()).isNull();
        assertThat(terms.toString()).contains(Cloud.ACCOUNT_SID).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "TWILIO_ACCOUNT_SID, ''",
        "TWILIO_AUTH_TOKEN, ''",
        "TWILIO_ACCOUNT_SID, SK0c10d0c10d0c10d0c10d0c10d0c10d00",
        "TWILIO_API_URL, http://api.example.com",
        "TWILIO_API_URL, api.example.com",
        "TWILIO_RATE_PER_MINUTE, free"
    })
    void whatIsMissingOrWrongIsNamed(String name, String value) {
        Map<String, String> settings = new HashMap<>(ENOUGH);
        settings.put(name, value);
        assertThatThrownBy(() -> terms(settings))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFileOfAuthoritiesThatIsNoneIsNamed() throws WrongSetting {
        LiveConfig terms = terms(ENOUGH);
        assertThatThrownBy(() -> terms.withAuthorities(Path.of("no-such-file.pem")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("--ca no-such-file.pem");
    }

    private static LiveConfig terms(Map<String, String> environment) throws WrongSetting {
        return LiveConfig.of(Settings.read(Path.of("there-is-no-such-file"), environment), AgentChoice.practice());
    }
}
