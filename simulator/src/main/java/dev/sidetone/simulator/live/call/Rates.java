package dev.sidetone.simulator.live.call;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a minute costs, by the settings: nobody's price list is built in, since prices change and differ by number and contract. Immutable.
 *
 * @param twilioPerMinute of Twilio's minutes
 * @param agentPerMinute of the agent's minutes
 */
public record Rates(double twilioPerMinute, double agentPerMinute, String currency) {
    static final String TWILIO = "TWILIO_RATE_PER_MINUTE";
    static final String AGENT = "AGENT_RATE_PER_MINUTE";
    static final String CURRENCY = "RATE_CURRENCY";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,8})?");
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{3}");
    private static final double MINUTE_S = 60;

    /** The rates in {@code settings}, or null where there are none; one alone leaves the other at nothing. */
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
     * What a call has cost.
     *
     * @param talkedS how long it has lasted, as Twilio counts: from the pick-up; every minute begun counts whole
     * @param agentS how long its agent was there
     */
    public LiveCall.Cost cost(double talkedS, double agentS) {
        return new LiveCall.Cost(minutes(talkedS) * twilioPerMinute, minutes(agentS) * agentPerMinute, currency);
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
