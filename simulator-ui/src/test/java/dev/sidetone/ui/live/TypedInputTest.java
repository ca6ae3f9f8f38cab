package dev.sidetone.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.E164;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may type, and what is said of the rest. */
class TypedInputTest {
    @ParameterizedTest
    @ValueSource(strings = {"+14155550123", "+1 (415) 555-0123", "+44 20 7946 0018", "+15550100"})
    void aNumberWithItsCountryIsOne(String typed) {
        assertThat(E164.problem(typed)).isEmpty();
        assertThat(E164.normalized(typed)).matches("\\+\\d+");
    }

    @ParameterizedTest
    @CsvSource({
        "'', A number with its country",
        "4155550123, It starts with +",
        "+1415555012a, digits only",
        "+0415555012, no leading 0",
        "+12345, 7 to 15 digits",
        "+1234567890123456, 7 to 15 digits"
    })
    void whatIsNoneIsSaidWhy(String typed, String why) {
        assertThat(E164.problem(typed)).contains(why).contains(E164.EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://calls.example.com", "https://calls.example.com:8443/"})
    void anOriginOrNothingIsAnAddress(String typed) {
        assertThat(PublicUrlInput.problem(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "calls.example.com, wants https",
        "http://calls.example.com, wants https",
        "https:calls, no host",
        "https://calls.example.com/voice, Only the host",
        "https://calls example, not a web address"
    })
    void whatIsNoAddressIsSaidWhy(String typed, String why) {
        assertThat(PublicUrlInput.problem(typed)).contains(why);
    }

    @Test
    void theSettingsAreRead() throws WrongSetting {
        assertThat(hints(Map.of(
                        "PUBLIC_HOST", "calls.example.com", "HUMAN_NUMBER", "+15550100", "TWILIO_NUMBER", "+15550199")))
                .isEqualTo(new LiveDefaults("https://calls.example.com", "+15550199", "+15550100"));
        assertThat(hints(Map.of("SERVER_URL", "https://a.example")))
                .isEqualTo(new LiveDefaults("https://a.example", "", ""));
        assertThat(hints(Map.of())).isEqualTo(LiveDefaults.NONE);
    }

    private static LiveDefaults hints(Map<String, String> environment) throws WrongSetting {
        return LiveDefaults.of(Settings.read(Path.of("no.env"), environment));
    }
}
