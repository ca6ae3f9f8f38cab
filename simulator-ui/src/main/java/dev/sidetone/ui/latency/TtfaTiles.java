package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.Comparator;
import java.util.List;

/** The time to first audio of a call's judged turns in three tiles. Immutable. */
record TtfaTiles(Tile last, Tile median, Tile slowest) {
    static TtfaTiles of(List<Turn> turns) {
        List<Turn> counted = turns.stream()
                .filter(turn -> turn.judged() && turn.ttfaMs() != null)
                .toList();
        if (counted.isEmpty()) {
            Tile none = Tile.unknown(whyNone(turns));
            return new TtfaTiles(none, none, none);
        }
        Turn last = counted.get(counted.size() - 1);
        Turn slowest = counted.stream()
                .max(Comparator.comparingDouble(TtfaTiles::ttfaMs))
                .orElse(last);
        return new TtfaTiles(one(last), median(counted), one(slowest));
    }

    private static String whyNone(List<Turn> turns) {
        if (turns.isEmpty()) {
            return "no turn yet";
        }
        return turns.stream().allMatch(Turn::judged) ? "none answered" : "none judged";
    }

    private static Tile one(Turn turn) {
        return tile(ttfaMs(turn), "turn " + turn.turn());
    }

    private static Tile median(List<Turn> counted) {
        LatencyDigest digest = new LatencyDigest();
        counted.forEach(turn -> digest.recordMs(ttfaMs(turn)));
        Double p50Ms = digest.p50Ms();
        Double p95Ms = digest.p95Ms();
        String n = "n=" + digest.count();
        return tile(p50Ms == null ? 0 : p50Ms, p95Ms == null ? n : n + " · p95 " + Math.round(p95Ms));
    }

    private static Tile tile(double ttfaMs, String detail) {
        return new Tile(Figures.wholeMs(ttfaMs), detail, QualityBand.ofTtfaMs(ttfaMs));
    }

    private static double ttfaMs(Turn turn) {
        return turn.ttfaMs() == null ? 0 : turn.ttfaMs();
    }
}
