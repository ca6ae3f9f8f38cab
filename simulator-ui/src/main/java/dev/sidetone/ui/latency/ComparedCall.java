package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call with which the one in view is compared. Immutable.
 *
 * @param result null without one
 * @param time when it was, as the list of calls says it
 * @param medianMs of its judged turns, ms; null without one
 */
public record ComparedCall(@Nullable CallResult result, String time, @Nullable Long medianMs) {
    /** No comparison. */
    public static final ComparedCall NONE = new ComparedCall(null, "", null);

    static ComparedCall of(CallResult result, String time) {
        return new ComparedCall(result, time, TtfaTiles.medianMs(result.turns()));
    }

    /** The TTFA of the turn of the same number, ms; null where it has none. */
    public @Nullable Double ttfaMs(int turn) {
        List<Turn> turns = result == null ? List.of() : result.turns();
        return turn < 1 || turn > turns.size() ? null : turns.get(turn - 1).ttfaMs();
    }

    /** By how much a turn's TTFA differs, as in {@code −40}; empty where either is not known or not judged. */
    public String change(Turn turn) {
        List<Turn> turns = result == null ? List.of() : result.turns();
        Double before = ttfaMs(turn.turn());
        boolean judged = turn.judged()
                && turn.turn() <= turns.size()
                && turn.turn() >= 1
                && turns.get(turn.turn() - 1).judged();
        return before == null || turn.ttfaMs() == null || !judged
                ? ""
                : signed(Math.round(turn.ttfaMs()) - Math.round(before));
    }

    /** By how much the median of {@code turns} differs, and from what. */
    String medianAgainst(List<Turn> turns) {
        Long now = medianMs == null ? null : TtfaTiles.medianMs(turns);
        return now == null || medianMs == null ? "" : signed(now - medianMs) + " against " + time;
    }

    private static String signed(long change) {
        return change == 0 ? "±0" : (change < 0 ? "−" : "+") + Math.abs(change);
    }
}
