package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time to first audio of a call's judged turns in three tiles; greyed where no turn is judged. Immutable. */
record TtfaTiles(Tile last, Tile median, Tile slowest) {
    static TtfaTiles of(List<Turn> turns) {
        List<Turn> counted = counted(turns);
        if (counted.isEmpty()) {
            return notCounted(turns);
        }
        Turn last = counted.get(counted.size() - 1);
        return new TtfaTiles(one(last), median(counted), one(slowest(counted)));
    }

    /** The median of the judged turns, whole ms; null without one. */
    static @Nullable Long medianMs(List<Turn> turns) {
        List<Turn> counted = counted(turns);
        return counted.isEmpty() ? null : (Long) Math.round(medianOf(counted));
    }

    private static List<Turn> counted(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.judged() && turn.ttfaMs() != null)
                .toList();
    }

    /** The latest time of turns none of which counts, greyed. */
    private static TtfaTiles notCounted(List<Turn> turns) {
        List<Turn> answered =
                turns.stream().filter(turn -> turn.ttfaMs() != null).toList();
        Tile none = Tile.unknown(turns.isEmpty() ? "no turn yet" : "none answered");
        if (answered.isEmpty()) {
            return new TtfaTiles(none, none, none);
        }
        Turn slowest = slowest(answered);
        Tile median = Tile.notJudged(Figures.wholeMs(medianOf(answered)));
        Turn last = answered.get(answered.size() - 1);
        return new TtfaTiles(
                Tile.notJudged(Figures.wholeMs(ttfaMs(last))),
                median,
                Tile.notJudged(Figures.wholeMs(ttfaMs(slowest))));
    }

    private static Turn slowest(List<Turn> turns) {
        return Collections.max(turns, Comparator.comparingDouble(TtfaTiles::ttfaMs));
    }

    private static Tile one(Turn turn) {
        return tile(ttfaMs(turn), "turn " + turn.turn());
    }

    private static Tile median(List<Turn> counted) {
        LatencyDigest digest = digest(counted);
        Double p95Ms = digest.p95Ms();
        String n = "n=" + digest.count();
        return tile(medianOf(counted), p95Ms == null ? n : n + " · p95 " + Math.round(p95Ms));
    }

    private static double medianOf(List<Turn> turns) {
        Double p50Ms = digest(turns).p50Ms();
        return p50Ms == null ? 0 : p50Ms;
    }

    private static LatencyDigest digest(List<Turn> turns) {
        LatencyDigest digest = new LatencyDigest();
        turns.forEach(turn -> digest.recordMs(ttfaMs(turn)));
        return digest;
    }

    private static Tile tile(double ttfaMs, String detail) {
        return new Tile(Figures.wholeMs(ttfaMs), detail, QualityBand.ofTtfaMs(ttfaMs));
    }

    private static double ttfaMs(Turn turn) {
        return turn.ttfaMs() == null ? 0 : turn.ttfaMs();
    }
}
