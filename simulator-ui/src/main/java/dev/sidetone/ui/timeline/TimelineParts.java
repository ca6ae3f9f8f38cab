package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.Selection.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a call that can be selected in its picture: turns, barge-ins and findings. Stateless. */
final class TimelineParts {
    private TimelineParts() {}

    /**
     * What is at a moment, the most particular first; null where nothing is.
     *
     * @param reachMs how near to a single moment counts
     * @param agentLane whether the agent's lane is meant, where an answer goes on until the next turn
     */
    static @Nullable Selection at(CallAnnotations annotations, double ms, double reachMs, boolean agentLane) {
        Selection nearest = null;
        for (Selection part : moments(annotations)) {
            if (ms >= part.fromMs() - reachMs && ms <= part.toMs() + reachMs) {
                boolean nearer = nearest == null || Math.abs(part.fromMs() - ms) < Math.abs(nearest.fromMs() - ms);
                nearest = nearer ? part : nearest;
            }
        }
        return nearest == null ? turnAt(annotations.result().turns(), ms, reachMs, agentLane) : nearest;
    }

    private static List<Selection> moments(CallAnnotations annotations) {
        List<Selection> moments = new ArrayList<>();
        List<BargeIn> bargeIns = annotations.result().bargeIns();
        for (int i = 0; i < bargeIns.size(); i++) {
            moments.add(bargeIn(i, bargeIns.get(i)));
        }
        List<ReportedFinding> findings = annotations.result().findings();
        for (int i = 0; i < findings.size(); i++) {
            Double atMs = findings.get(i).atMs();
            if (atMs != null) {
                moments.add(Selection.moment(Kind.FINDING, i, atMs));
            }
        }
        return moments;
    }

    private static @Nullable Selection turnAt(List<Turn> turns, double ms, double reachMs, boolean agentLane) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            Turn turn = turns.get(i);
            Selection part = turn(turn);
            boolean answer = agentLane && turn.firstAudibleAtMs() != null && ms >= part.toMs();
            if (ms >= part.fromMs() - reachMs && (answer || ms <= part.toMs() + reachMs)) {
                return part;
            }
            if (ms >= part.fromMs()) {
                return null;
            }
        }
        return null;
    }

    /** The part that begins next after a moment, or before it; null where there is none. */
    static @Nullable Selection next(CallAnnotations annotations, double afterMs, boolean later) {
        List<Selection> parts = moments(annotations);
        annotations.result().turns().forEach(turn -> parts.add(turn(turn)));
        Comparator<Selection> byTime = Comparator.comparingDouble(Selection::fromMs);
        return parts.stream()
                .filter(part -> later ? part.fromMs() > afterMs : part.fromMs() < afterMs)
                .min(later ? byTime : byTime.reversed())
                .orElse(null);
    }

    static Selection turn(Turn turn) {
        Double audibleAtMs = turn.firstAudibleAtMs();
        double toMs = audibleAtMs == null ? turn.callerEndAtMs() : Math.max(turn.callerEndAtMs(), audibleAtMs);
        return new Selection(Kind.TURN, turn.turn(), turn.callerStartAtMs(), toMs);
    }

    static Selection bargeIn(int index, BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        double toMs = bargeIn.onsetAtMs() + (silenceMs == null ? 0 : silenceMs);
        return new Selection(Kind.BARGE_IN, index, bargeIn.onsetAtMs(), toMs);
    }
}
