package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.Turn;

/** Draws a turn: the end of the caller's speech, the first audible sample of the answer, and the bracket between. On the FX thread. */
final class TurnPainter {
    private static final int THICK_PX = 2;
    private static final double DOT_PX = 3;

    private final TimelineGraphics graphics;
    private final Viewport view;
    private final LaneLayout lanes;

    TurnPainter(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        this.graphics = graphics;
        this.view = view;
        this.lanes = lanes;
    }

    void paint(CallAnnotations annotations, boolean over) {
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

    /** The greeting is measured from the call's start, and is no turn. */
    private void greeting(CallAnnotations annotations) {
        Double audibleAtMs = annotations.result().greeting().firstAudibleAtMs();
        if (audibleAtMs != null && audibleAtMs >= view.leftMs()) {
            graphics.fill(graphics.palette().half(TimelineColor.MUTED));
            bracket(0, audibleAtMs, true);
        }
    }

    private void turn(Turn turn) {
        double endX = view.xOf(turn.callerEndAtMs());
        graphics.fill(graphics.palette().full(TimelineColor.CALLER));
        graphics.box(endX, lanes.callerY(), 1, lanes.laneHeight());
        graphics.dot(endX, lanes.callerY() + lanes.laneHeight() / 2.0, DOT_PX);
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        if (audibleAtMs != null && ttfaMs != null) {
            graphics.fill(graphics.palette().full(AnnotationLabels.ink(turn, ttfaMs)));
            bracket(turn.callerEndAtMs(), audibleAtMs, !turn.judged());
        }
    }

    /** Down from the caller's lane, across, and down to where the agent is heard. */
    private void bracket(double fromMs, double untilMs, boolean dashed) {
        double fromX = view.xOf(fromMs);
        double untilX = view.xOf(untilMs);
        double y = lanes.betweenY() - 1;
        graphics.box(fromX, lanes.callerEndY(), 1, y - lanes.callerEndY());
        if (dashed) {
            graphics.dashedAcross(Math.max(0, fromX), Math.min(view.widthPx(), untilX), y, THICK_PX);
        } else {
            graphics.box(fromX, y, untilX - fromX + 1, THICK_PX);
        }
        graphics.box(untilX, y, THICK_PX, lanes.agentEndY() - y);
        graphics.dot(untilX + 0.5, lanes.agentY() + lanes.laneHeight() / 2.0, DOT_PX);
    }

    /** A caller who has finished and is not answered yet sees the time run. */
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
            graphics.dashedAcross(Math.max(0, fromX), view.xOf(view.edgeMs()), y, THICK_PX);
        }
    }
}
