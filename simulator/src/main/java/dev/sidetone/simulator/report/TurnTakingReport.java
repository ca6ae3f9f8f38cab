package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.Probe;
import dev.sidetone.simulator.timeline.Thresholds;
import dev.sidetone.simulator.timeline.TurnTakingRates;
import dev.sidetone.simulator.timeline.TurnTakingRates.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats what an agent did at probes, and its rates of giving way rightly. */
final class TurnTakingReport {
    private final TerminalColours paint;

    TurnTakingReport(TerminalColours paint) {
        this.paint = paint;
    }

    /** One probe: what it was, when, and what the agent did. */
    String probe(Probe probe) {
        return probe.kind() + " at " + Figures.clock(probe.atMs()) + " while the agent "
                + (probe.whileAgentSpoke() ? "spoke: " : "was silent: ") + reaction(probe);
    }

    /** What the agent did at a probe. */
    String reaction(Probe probe) {
        if (Boolean.TRUE.equals(probe.right())) {
            return paint.in(QualityBand.GREEN, probe.whileAgentSpoke() ? "it talked on" : "it stayed silent");
        }
        if (Boolean.FALSE.equals(probe.right())) {
            return paint.in(
                    QualityBand.RED,
                    probe.whileAgentSpoke()
                            ? "it stopped within " + Thresholds.PROBE_YIELD_MS / 1000 + " s"
                            : "it answered within " + Thresholds.PROBE_ANSWER_MS / 1000 + " s");
        }
        if (probe.whileAgentSpoke()) {
            return "its answer may just have ended, no telling";
        }
        return probe.answered() == null ? "it was to speak anyway, no telling" : "perhaps an answer, not judged";
    }

    /** The line of a table of several calls; empty without a probe. */
    String line(TurnTakingRates rates) {
        return rates.selectivity().isEmpty()
                ? ""
                : paint.bold(Figures.left("Rates", CallReport.LABEL)) + rates(rates) + "\n";
    }

    /** The rates, or of few events how many of them went as they should; on a second line why. */
    String rates(TurnTakingRates rates) {
        List<String> parts = new ArrayList<>();
        if (rates.yield().n() > 0) {
            parts.add("yielded to barge-ins " + share(rates.yield()));
        }
        String ignored = rates.selectivity().entrySet().stream()
                .map(rate -> rate.getKey().word() + " " + share(rate.getValue()))
                .collect(Collectors.joining(" · "));
        if (!ignored.isEmpty()) {
            parts.add("ignored " + ignored);
        }
        boolean hidden = rates.selectivity().values().stream().anyMatch(rate -> rate.share() == null)
                || (rates.yield().n() > 0 && rates.yield().share() == null);
        return String.join(" · ", parts)
                + (hidden
                        ? "\n" + " ".repeat(CallReport.LABEL) + "a rate from " + TurnTakingRates.ENOUGH + " events on"
                        : "");
    }

    private static String share(Rate rate) {
        if (rate.n() == 0) {
            return "none judged";
        }
        Double share = rate.share();
        return share == null
                ? rate.right() + " of " + rate.n()
                : String.format(Locale.ROOT, "%.0f %% (n=%d)", 100 * share, rate.n());
    }
}
