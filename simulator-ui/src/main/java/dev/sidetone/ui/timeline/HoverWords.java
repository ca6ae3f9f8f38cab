package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;

/** What there is at a moment of a call, in words. Stateless. */
final class HoverWords {
    private HoverWords() {}

    /** The moment itself, then a line for each thing there; {@code reachMs} is how near a point in time has to be. */
    static List<String> at(CallAnnotations annotations, double ms, double reachMs) {
        List<String> lines = new ArrayList<>();
        lines.add(TimeAxis.exactly(ms));
        for (Turn turn : annotations.result().turns()) {
            turn(turn, ms, reachMs, lines);
        }
        for (BargeIn bargeIn : annotations.result().bargeIns()) {
            bargeIn(bargeIn, ms, reachMs, lines);
        }
        for (CallAnnotations.Clear clear : annotations.clears()) {
            clear(clear, ms, reachMs, lines);
        }
        for (CallResult.Key key : annotations.result().dtmf()) {
            if (near(key.atMs(), ms, reachMs)) {
                lines.add("key " + key.digit());
            }
        }
        for (CallAnnotations.Mark mark : annotations.marks()) {
            if (near(mark.atMs(), ms, reachMs) && lines.size() < 6) {
                lines.add("mark " + mark.name() + (mark.heard() ? ", heard" : ", returned by a clear"));
            }
        }
        return lines;
    }

    private static void turn(Turn turn, double ms, double reachMs, List<String> lines) {
        String name = "turn " + turn.turn();
        double endMs = turn.callerEndAtMs();
        if (ms >= turn.callerStartAtMs() && ms <= endMs) {
            lines.add(name + ": the caller speaks" + (turn.early() ? ", answered before the end" : ""));
        }
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        if (audibleAtMs != null && ttfaMs != null && ms >= endMs - reachMs && ms <= audibleAtMs + reachMs) {
            lines.add(name + ": TTFA " + AnnotationLabels.ms(ttfaMs) + (turn.judged() ? "" : ", not judged"));
        }
    }

    private static void bargeIn(BargeIn bargeIn, double ms, double reachMs, List<String> lines) {
        Double silenceMs = bargeIn.silenceMs();
        Double clearMs = bargeIn.clearMs();
        double latestMs = Math.max(silenceMs == null ? 0 : silenceMs, clearMs == null ? 0 : clearMs);
        if (ms >= bargeIn.onsetAtMs() - reachMs && ms <= bargeIn.onsetAtMs() + latestMs + reachMs) {
            lines.add("barge-in"
                    + (clearMs == null ? ", no clear" : ", clear after " + AnnotationLabels.ms(clearMs))
                    + (silenceMs == null ? "" : ", silent after " + AnnotationLabels.ms(silenceMs)));
        }
    }

    private static void clear(CallAnnotations.Clear clear, double ms, double reachMs, List<String> lines) {
        if (ms > clear.silentAtMs() + reachMs && ms <= clear.silentAtMs() + clear.discardedMs()) {
            lines.add("would have been heard" + AnnotationLabels.discarded(clear.discardedMs()));
        } else if (near(clear.atMs(), ms, reachMs)) {
            lines.add("clear" + AnnotationLabels.discarded(clear.discardedMs()));
        }
    }

    private static boolean near(double one, double other, double reachMs) {
        return Math.abs(one - other) <= reachMs;
    }
}
