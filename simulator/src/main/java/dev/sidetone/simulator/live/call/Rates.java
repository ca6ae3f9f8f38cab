package dev.sidetone.simulator.live.call;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a minute from the settings. No price list is built in, since prices change and differ by number and contract. Immutable.
 *
 * @param twilioPerMinute the price of one of Twilio's minutes
 * @param agentPerMinute the price of one of the agent's minutes
 * @param currency the ISO 4217 code, such as {@code USD}
 */
public record Rates(double twilioPerMinute, double agentPerMinute, String currency) {
    static final String TWILIO = "TWILIO_RATE_PER_MINUTE";
    static final String AGENT = "AGENT_RATE_PER_MINUTE";
    static final String CURRENCY = "RATE_CURRENCY";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,8})?");
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{3}");
    private static final double MINUTE_S = 60;

    /** Reads the rates; null where neither is set, and 0 for the one that is not. */
    public static @Nullable Rates of(Settings settings) throws WrongSetting {
        Optional<Double> twilio = rate(settings, TWILIO);
        Optional<Double> agent = rate(settings, AGENT);
        String currency = settings.get(CURRENCY).orElse("USD");
        if (!CODE.matcher(currency).matches()) {
            throw new WrongSetting(CURRENCY + " " + currency + " is no currency: write its three letters, as in USD");
        }
        if (twilio.isEmpty() && agent.isEmpty()) {
            return null;
        }
        return new Rates(twilio.orElse(0.0), agent.orElse(0.0), currency);
    }

    /**
     * Estimates the cost of a call; every minute begun counts whole.
     *
     * @param twilioS the seconds since the pick-up
     * @param agentS the seconds for which the agent was connected
     */
    LiveCall.Cost cost(double twilioS, double agentS) {
        return new LiveCall.Cost(minutes(twilioS) * twilioPerMinute, minutes(agentS) * agentPerMinute, currency);
    }

    private static double minutes(double seconds) {
        return Math.ceil(Math.max(0, seconds) / MINUTE_S);
    }

    private static Optional<Double> rate(Settings settings, String name) throws WrongSetting {
        Optional<String> text = settings.get(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text.get()).matches()) {
            throw new WrongSetting(name + " " + text.get() + " is no rate: write what a minute costs, as in 0.0085");
        }
        return Optional.of(new BigDecimal(text.get()).doubleValue());
    }
}
