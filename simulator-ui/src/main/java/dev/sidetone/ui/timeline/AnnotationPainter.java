package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;

/** Draws the annotations of a call: turns, barge-ins, clears, keys and marks. Owned by the {@link TimelinePainter}, on the FX thread. */
final class AnnotationPainter {
    private static final int BRACKET_PX = 2;
    private static final int SPLIT_PX = 6;
    private static final int BARGE_IN_PX = 3;
    private static final double TURN_DOT_PX = 3;
    private static final double MARK_DOT_PX = 2.5;
    /** A barge-in without a known silence is drawn this long. */
    private static final double UNSETTLED_MS = 2_000;

    private final TimelineGraphics graphics;
    private final Viewport view;
    private final LaneLayout lanes;

    AnnotationPainter(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        this.graphics = graphics;
        this.view = view;
        this.lanes = lanes;
    }

    /** Draws the layer below the waveforms: the discarded audio, from where the agent fell silent to where it would have ended. */
    void paintBelow(CallAnnotations annotations) {
        for (CallAnnotations.ClearAnnotation clear : annotations.clears()) {
            discarded(clear.silentAtMs(), clear.discardedMs());
        }
    }

    /** Draws the layer above the waveforms; {@code over} if the call has ended. */
    void paintAbove(CallAnnotations annotations, boolean over) {
        turns(annotations, over);
        bargeIns(annotations);
        keysAndMarks(annotations);
    }

    private void discarded(double fromMs, double lengthMs) {
        double x = view.xOf(fromMs);
        double untilX = view.xOf(fromMs + lengthMs);
        if (untilX <= x || untilX < 0 || x > view.widthPx()) {
            return;
        }
        double from = Math.max(0, x);
        graphics.fill(graphics.palette().glaze(TimelineColor.CLEAR));
        graphics.box(from, lanes.agentY(), Math.min(view.widthPx(), untilX) - from, lanes.laneHeight());
        graphics.hatch(
                x,
                untilX,
                lanes.agentY(),
                lanes.laneHeight(),
                view.widthPx(),
                graphics.palette().veil(TimelineColor.CLEAR));
    }

    private void turns(CallAnnotations annotations, boolean over) {
        greeting(annotations);
        for (Turn turn : annotations.result().turns()) {
            Double audibleAtMs = turn.firstAudibleAtMs();
            double lastMs = audibleAtMs == null ? turn.callerEndAtMs() : audibleAtMs;
            if (lastMs >= view.leftMs() && turn.callerEndAtMs() <= view.rightMs()) {
                turn(turn);
            }
        }
        waiting(annotations, over);
    }

    /** The greeting is measured from the start of the call and is not a turn. */
    private void greeting(CallAnnotations annotations) {
        Double audibleAtMs = annotations.result().greeting().firstAudibleAtMs();
        if (audibleAtMs != null && audibleAtMs >= view.leftMs()) {
            graphics.fill(graphics.palette().half(TimelineColor.MUTED));
            bracket(0, audibleAtMs, true);
        }
    }

    /** Draws the end of the caller's speech, the first audible sample of the answer and the bracket between them. */
    private void turn(Turn turn) {
        double endX = view.xOf(turn.callerEndAtMs());
        graphics.fill(graphics.palette().full(TimelineColor.CALLER));
        graphics.box(endX, lanes.callerY(), 1, lanes.laneHeight());
        graphics.dot(endX, lanes.callerY() + lanes.laneHeight() / 2.0, TURN_DOT_PX);
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        if (audibleAtMs != null && ttfaMs != null) {
            graphics.fill(graphics.palette().full(AnnotationLabels.color(turn, ttfaMs)));
            bracket(turn.callerEndAtMs(), audibleAtMs, !turn.judged());
            if (turn.judged()) {
                split(turn);
            }
        }
    }

    /** Draws a line down from the caller's lane, across, and down to where the agent is heard. */
    private void bracket(double fromMs, double untilMs, boolean dashed) {
        double fromX = view.xOf(fromMs);
        double untilX = view.xOf(untilMs);
        double y = lanes.betweenY() - 1;
        graphics.box(fromX, lanes.callerEndY(), 1, y - lanes.callerEndY());
        if (dashed) {
            graphics.dashedAcross(Math.max(0, fromX), Math.min(view.widthPx(), untilX), y, BRACKET_PX);
        } else {
            graphics.box(fromX, y, untilX - fromX + 1, BRACKET_PX);
        }
        graphics.box(untilX, y, BRACKET_PX, lanes.agentEndY() - y);
        graphics.dot(untilX + 0.5, lanes.agentY() + lanes.laneHeight() / 2.0, TURN_DOT_PX);
    }

    /** Draws where the time went over the middle of the bracket, as far as that is known. */
    private void split(Turn turn) {
        double atMs = turn.callerEndAtMs();
        double y = lanes.betweenY() - SPLIT_PX / 2.0;
        for (TurnSplit.Part part : TurnSplit.of(turn)) {
            double x = view.xOf(atMs) + (atMs == turn.callerEndAtMs() ? 1 : 0);
            atMs += part.ms();
            graphics.fill(graphics.palette().full(part.color()));
            graphics.box(x, y, Math.max(0, view.xOf(atMs) - x), SPLIT_PX);
        }
    }

    /** Draws the time that has passed since the end of a turn that is not answered yet. */
    private void waiting(CallAnnotations annotations, boolean over) {
        int count = annotations.result().turns().size();
        if (count == 0 || over) {
            return;
        }
        Turn last = annotations.result().turns().get(count - 1);
        if (last.firstAudibleAtMs() == null && !last.early() && !last.overlapped()) {
            double y = lanes.betweenY() - 1;
            double fromX = view.xOf(last.callerEndAtMs());
            graphics.fill(graphics.palette().full(TimelineColor.MUTED));
            graphics.box(fromX, lanes.callerEndY(), 1, y - lanes.callerEndY());
            graphics.dashedAcross(Math.max(0, fromX), view.xOf(view.edgeMs()), y, BRACKET_PX);
        }
    }

    private void bargeIns(CallAnnotations annotations) {
        for (BargeIn bargeIn : annotations.result().bargeIns()) {
            double untilMs = bargeIn.onsetAtMs() + UNSETTLED_MS;
            if (untilMs >= view.leftMs() && bargeIn.onsetAtMs() <= view.rightMs()) {
                bargeIn(bargeIn);
            }
        }
        for (CallAnnotations.ClearAnnotation clear : annotations.clears()) {
            if (isVisible(clear.atMs())) {
                graphics.fill(graphics.palette().full(TimelineColor.CLEAR));
                double untilY = lanes.agentEndY() + lanes.agentWordsPx() + LaneLayout.LABEL_PX;
                graphics.dashedDown(view.xOf(clear.atMs()), lanes.agentY(), untilY);
            }
        }
    }

    /** Draws the onset, the time until the agent fell silent, and that silence. */
    private void bargeIn(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        double onsetX = view.xOf(bargeIn.onsetAtMs());
        double untilMs = bargeIn.onsetAtMs() + (silenceMs != null ? silenceMs : UNSETTLED_MS);
        double silentX = view.xOf(Math.min(view.edgeMs(), untilMs));
        double labelY = lanes.labelY(TimelineLabel.Strip.ABOVE, 0);
        graphics.fill(graphics.palette().full(AnnotationLabels.color(bargeIn)));
        graphics.box(onsetX, labelY, 1, lanes.agentEndY() - labelY);
        graphics.box(onsetX, lanes.agentY(), silentX - onsetX + 1, BARGE_IN_PX);
        graphics.box(onsetX, lanes.agentEndY() - BARGE_IN_PX, silentX - onsetX + 1, BARGE_IN_PX);
        if (silenceMs != null) {
            graphics.box(silentX, lanes.agentY(), 1, lanes.laneHeight());
        }
    }

    private void keysAndMarks(CallAnnotations annotations) {
        graphics.fill(graphics.palette().full(TimelineColor.KEY));
        for (CallResult.Key key : annotations.result().dtmf()) {
            if (isVisible(key.atMs())) {
                double y = lanes.labelY(TimelineLabel.Strip.ABOVE, 0);
                graphics.box(view.xOf(key.atMs()), y, 1, lanes.callerEndY() - y);
            }
        }
        if (view.msPerPx() <= AnnotationLabels.CLOSE_MS_PER_PX) {
            annotations.marks().forEach(this::mark);
        }
    }

    /** Draws a mark that was heard as a full dot and one that a clear returned as a hollow dot. */
    private void mark(CallAnnotations.MarkAnnotation mark) {
        if (!isVisible(mark.atMs())) {
            return;
        }
        double x = view.xOf(mark.atMs());
        double y = lanes.agentEndY();
        graphics.fill(graphics.palette().half(TimelineColor.MUTED));
        int tall = lanes.laneHeight() / 3;
        graphics.box(x, y - tall, 1, lanes.agentWordsPx() > 0 ? tall : tall + LaneLayout.LABEL_PX);
        graphics.dot(x, y, MARK_DOT_PX);
        if (!mark.heard()) {
            graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
            graphics.dot(x, y, MARK_DOT_PX - 1);
        }
    }

    private boolean isVisible(double ms) {
        return ms >= view.leftMs() && ms <= view.rightMs();
    }
}
