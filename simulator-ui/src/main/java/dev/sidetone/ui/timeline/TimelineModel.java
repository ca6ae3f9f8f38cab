package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.CallSketch;
import dev.sidetone.simulator.timeline.CallTimeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call that is shown, as far as it is known: pulls what is new from its timeline, pulse by pulse. Owned by the pane, on the FX thread. */
final class TimelineModel {
    private final CallTimeline timeline;
    private final LiveEdge edge = new LiveEdge();
    private @Nullable CallAnnotations annotations;
    private @Nullable CallResult seen;
    private long clears;
    private long marks;
    private double edgeMs;

    TimelineModel(CallTimeline timeline) {
        this.timeline = timeline;
    }

    /** Pulls what is new; says whether there are new annotations. */
    boolean pull(long nowNs) {
        CallSketch.Zero zero = timeline.sketch().zero();
        if (zero == null) {
            return false;
        }
        edgeMs = edge.advance(nowNs, knownMs(zero));
        return annotationsChanged(zero);
    }

    /** Up to the deadline of the last tick both voices are known. */
    private double knownMs(CallSketch.Zero zero) {
        return zero.firstTickAtMs() + (timeline.sketch().pyramid().begun(0) - 1) * (double) LineFrame.MS;
    }

    @SuppressWarnings(
            "ReferenceEquality") // a result is made anew every quarter of a second, and comparing two takes longer
    private boolean annotationsChanged(CallSketch.Zero zero) {
        CallSketch sketch = timeline.sketch();
        CallResult result = timeline.resultSoFar();
        if (result == seen
                && sketch.clears().count() == clears
                && sketch.marks().count() == marks) {
            return false;
        }
        seen = result;
        clears = sketch.clears().count();
        marks = sketch.marks().count();
        CallAnnotations next = CallAnnotations.of(result, sketch, zero);
        boolean changed = annotations == null || !annotations.showsTheSameAs(next);
        annotations = next;
        return changed;
    }

    CallTimeline timeline() {
        return timeline;
    }

    /** The annotations so far; null before the first tick. */
    @Nullable
    CallAnnotations annotations() {
        return annotations;
    }

    double edgeMs() {
        return edgeMs;
    }

    boolean isOver() {
        return annotations != null && annotations.result().call().durationMs() != null;
    }

    /** When the first bucket of what the caller said begins; what was heard begins one frame later. */
    double saidFromMs() {
        CallSketch.Zero zero = timeline.sketch().zero();
        return zero == null ? 0 : zero.firstTickAtMs() - LineFrame.MS;
    }

    /** The picture for those who cannot see it. */
    String inWords() {
        if (annotations == null) {
            return "Call timeline: the call has not begun";
        }
        List<Turn> turns = annotations.result().turns();
        StringBuilder words = new StringBuilder("Call timeline, ");
        words.append(TimeAxis.words(edgeMs, 1000)).append(isOver() ? " long, " : " so far, ");
        words.append(counted(turns.size(), "turn")).append(", ");
        words.append(counted(annotations.result().bargeIns().size(), "barge-in"));
        Double ttfaMs = turns.isEmpty() ? null : turns.get(turns.size() - 1).ttfaMs();
        return ttfaMs == null
                ? words.toString()
                : words.append(", last TTFA ")
                        .append(AnnotationLabels.ms(ttfaMs))
                        .toString();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
