package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call costs, by the rates in the settings. */
class RatesTest {
    private static final double EXACT = 1e-12;

    @Test
    void everyMinuteBegunCountsWhole() throws WrongSetting {
        Rates rates = rates(Map.of("TWILIO_RATE_PER_MINUTE", "0.0085", "AGENT_RATE_PER_MINUTE", "0.06"));
        LiveCall.Cost cost = rates.cost(60.1, 60.0);
        assertThat(cost.twilio()).isCloseTo(0.017, within(EXACT));
        assertThat(cost.agent()).isCloseTo(0.06, within(EXACT));
        assertThat(cost.currency()).isEqualTo("USD");
        assertThat(rates.cost(0, 0)).isEqualTo(new LiveCall.Cost(0, 0, "USD"));
    }

    @Test
    void oneRateAloneIsEnough() throws WrongSetting {
        Rates rates = rates(Map.of("AGENT_RATE_PER_MINUTE", "2", "RATE_CURRENCY", "EUR"));
        assertThat(rates.cost(61, 61)).isEqualTo(new LiveCall.Cost(0, 4, "EUR"));
    }

    @Test
    void withoutRatesNothingIsEstimated() throws WrongSetting {
        assertThat(Rates.of(settings(Map.of()))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TWILIO_RATE_PER_MINUTE, cheap",
        "TWILIO_RATE_PER_MINUTE, -0.01",
        "AGENT_RATE_PER_MINUTE, 0.06 USD",
        "AGENT_RATE_PER_MINUTE, NaN",
        "RATE_CURRENCY, dollars"
    })
    void whatIsNoRateIsNamed(String name, String value) {
        assertThatThrownBy(() -> Rates.of(settings(Map.of(name, value))))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    private static Rates rates(Map<String, String> environment) throws WrongSetting {
        return Objects.requireNonNull(Rates.of(settings(environment)));
    }

    private static Settings settings(Map<String, String> environment) throws WrongSetting {
        return Settings.read(Path.of("there-is-no-such-file"), environment);
    }
}
