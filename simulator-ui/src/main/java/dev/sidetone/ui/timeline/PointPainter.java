package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult;

/** Draws what has no length: keys and, from close by, marks. On the FX thread. */
final class PointPainter {
    private static final double DOT_PX = 2.5;

    private final TimelineGraphics graphics;
    private final Viewport view;
    private final LaneLayout lanes;

    PointPainter(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        this.graphics = graphics;
        this.view = view;
        this.lanes = lanes;
    }

    void paint(CallAnnotations annotations) {
        graphics.fill(graphics.palette().full(TimelineColor.KEY));
        for (CallResult.Key key : annotations.result().dtmf()) {
            if (isSeen(key.atMs())) {
                double y = lanes.labelY(TimelineLabel.Strip.ABOVE, 0);
                graphics.box(view.xOf(key.atMs()), y, 1, lanes.callerEndY() - y);
            }
        }
        if (view.msPerPx() <= AnnotationLabels.CLOSE_MS_PER_PX) {
            annotations.marks().forEach(this::mark);
        }
    }

    /** A mark that was reached stands full, one that a clear returned stands hollow. */
    private void mark(CallAnnotations.Mark mark) {
        if (!isSeen(mark.atMs())) {
            return;
        }
        double x = view.xOf(mark.atMs());
        double y = lanes.agentEndY();
        graphics.fill(graphics.palette().half(TimelineColor.MUTED));
        int tall = lanes.laneHeight() / 3;
        graphics.box(x, y - tall, 1, tall + LaneLayout.LABEL_PX);
        graphics.dot(x, y, DOT_PX);
        if (!mark.heard()) {
            graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
            graphics.dot(x, y, DOT_PX - 1);
        }
    }

    private boolean isSeen(double ms) {
        return ms >= view.leftMs() && ms <= view.rightMs();
    }
}
