package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallOutline;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/** The call shown in the timeline, updated from its {@link CallTimeline} at every pulse. Owned by the {@link TimelinePane}, on the FX thread. */
final class TimelineModel {
    private final CallTimeline timeline;
    private final boolean complete;
    private final LiveEdge edge = new LiveEdge();
    private @Nullable CallAnnotations annotations;
    private @Nullable CallResult seen;
    private CallOutline.@Nullable Zero seenZero;
    private long clears;
    private long marks;
    private long words;
    private double edgeMs;

    /** {@code complete} says that nothing will be added to {@code timeline}, though its end may be missing. */
    TimelineModel(CallTimeline timeline, boolean complete) {
        this.timeline = timeline;
        this.complete = complete;
    }

    /** Updates from the timeline; returns whether the annotations changed. */
    boolean pull(long nowNs) {
        CallOutline.Zero zero = timeline.sketch().zero();
        if (zero == null) {
            return false;
        }
        edgeMs = edge.advance(nowNs, knownMs(zero));
        return annotationsChanged(zero);
    }

    /** Both voices are known up to the deadline of the last tick. */
    private double knownMs(CallOutline.Zero zero) {
        return zero.firstTickAtMs() + (timeline.sketch().pyramid().begun(0) - 1) * (double) LineFrame.MS;
    }

    @SuppressWarnings("ReferenceEquality") // a new result exists every quarter of a second; comparing two takes longer
    private boolean annotationsChanged(CallOutline.Zero zero) {
        CallOutline sketch = timeline.sketch();
        CallResult result = timeline.resultSoFar();
        if (result == seen
                && zero.equals(seenZero)
                && sketch.clears().count() == clears
                && sketch.marks().count() == marks
                && sketch.words().count() == words) {
            return false;
        }
        seen = result;
        seenZero = zero;
        clears = sketch.clears().count();
        marks = sketch.marks().count();
        words = sketch.words().count();
        CallAnnotations next = CallAnnotations.of(result, sketch, zero);
        boolean changed = annotations == null || !annotations.looksLike(next);
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

    /** The moment at which the picture begins: negative where the call was answered before its stream came. */
    double startMs() {
        return Math.min(0, saidFromMs());
    }

    boolean isOver() {
        return annotations != null && (complete || annotations.result().call().durationMs() != null);
    }

    /** The start of the first bucket of the caller's audio, ms; the agent's starts one frame later. */
    double saidFromMs() {
        CallOutline.Zero zero = timeline.sketch().zero();
        return zero == null ? 0 : zero.firstTickAtMs() - LineFrame.MS;
    }

    /** The accessible description of the picture, beginning with what is selected. */
    String description(@Nullable Selection selected) {
        if (annotations == null) {
            return "Call timeline: the call has not begun";
        }
        String part = TimelineText.selected(annotations, selected);
        String whole = TimelineText.of(annotations, edgeMs - startMs(), isOver());
        return part.isEmpty() ? whole : "Selected: " + part + ". " + whole;
    }
}
