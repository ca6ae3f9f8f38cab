package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult;

/** Draws what has no length: keys and, from close by, marks. On the FX thread. */
final class PointPainter {
    private static final double DOT_PX = 2.5;

    private final Pen pen;
    private final TimelineView view;
    private final Rows rows;

    PointPainter(Pen pen, TimelineView view, Rows rows) {
        this.pen = pen;
        this.view = view;
        this.rows = rows;
    }

    void paint(CallSigns signs) {
        pen.fill(pen.palette().full(Ink.KEY));
        for (CallResult.Key key : signs.result().dtmf()) {
            if (isSeen(key.atMs())) {
                double y = rows.labelY(Label.Strip.ABOVE, 0);
                pen.box(view.xOf(key.atMs()), y, 1, rows.callerEndY() - y);
            }
        }
        if (view.msPerPx() <= SignLabels.CLOSE_MS_PER_PX) {
            signs.marks().forEach(this::mark);
        }
    }

    /** A mark that was reached stands full, one that a clear returned stands hollow. */
    private void mark(CallSigns.Mark mark) {
        if (!isSeen(mark.atMs())) {
            return;
        }
        double x = view.xOf(mark.atMs());
        double y = rows.agentEndY();
        pen.fill(pen.palette().half(Ink.MUTED));
        int tall = rows.laneHeight() / 3;
        pen.box(x, y - tall, 1, tall + Rows.LABEL_PX);
        pen.dot(x, y, DOT_PX);
        if (!mark.heard()) {
            pen.fill(pen.palette().full(Ink.BACKGROUND));
            pen.dot(x, y, DOT_PX - 1);
        }
    }

    private boolean isSeen(double ms) {
        return ms >= view.leftMs() && ms <= view.rightMs();
    }
}
