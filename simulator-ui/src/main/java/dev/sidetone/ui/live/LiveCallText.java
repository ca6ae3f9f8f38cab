package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.call.LiveCall.Cost;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a live call in the list. Immutable.
 *
 * @param party the other side's number
 * @param own the account's number, with "to" or "from"
 * @param status the call's status in Twilio's words
 * @param elapsed the time since the stream began, {@code mm:ss}
 * @param ttfa the last TTFA at the bridge
 * @param band the band of that TTFA, or null
 * @param cost the estimated cost so far; empty without rates
 */
record LiveCallText(
        String party, String own, String status, String elapsed, String ttfa, @Nullable QualityBand band, String cost) {
    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
    private static final double SMALL = 0.01;

    static LiveCallText of(LiveCall call) {
        Double ttfaMs = lastTtfaMs(call.result().turns());
        return new LiveCallText(
                call.isOutbound() ? call.to() : call.from(),
                call.isOutbound() ? "from " + call.from() : "to " + call.to(),
                call.status().replace('-', ' '),
                elapsed(call.elapsedMs()),
                "TTFA " + Figures.wholeMs(ttfaMs),
                ttfaMs == null ? null : QualityBand.ofTtfaMs(ttfaMs),
                cost(call.cost()));
    }

    /** All texts in one, for a screen reader. */
    String inOne() {
        return String.join(", ", List.of(party, own, status, elapsed, ttfa, cost));
    }

    private static @Nullable Double lastTtfaMs(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.judged() && turn.ttfaMs() != null)
                .reduce((one, later) -> later)
                .map(Turn::ttfaMs)
                .orElse(null);
    }

    private static String elapsed(@Nullable Double ms) {
        long seconds = ms == null ? 0 : (long) (ms / 1000);
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    private static String cost(@Nullable Cost cost) {
        return cost == null ? "" : "≈ " + money(cost.twilio() + cost.agent(), cost.currency()) + " estimate";
    }

    /** The two parts of the estimate; empty where there is none. */
    static String costInParts(@Nullable Cost cost) {
        return cost == null
                ? ""
                : "An estimate by the rates in the settings: Twilio ≈ " + money(cost.twilio(), cost.currency())
                        + ", agent ≈ " + money(cost.agent(), cost.currency());
    }

    /** Formats an amount in cents; less than one cent gets one more digit. */
    private static String money(double amount, String currency) {
        String digits = String.format(Locale.ROOT, amount > 0 && amount < SMALL ? "%.3f" : "%.2f", amount);
        String sign = SIGNS.get(currency.toUpperCase(Locale.ROOT));
        return sign == null ? digits + " " + currency : sign + digits;
    }
}
