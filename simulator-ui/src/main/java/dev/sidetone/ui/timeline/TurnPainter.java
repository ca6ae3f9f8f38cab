package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.Turn;

/** Draws a turn: the end of the caller's speech, the first audible sample of the answer, and the bracket between. On the FX thread. */
final class TurnPainter {
    private static final int THICK_PX = 2;
    private static final double DOT_PX = 3;

    private final Pen pen;
    private final TimelineView view;
    private final Rows rows;

    TurnPainter(Pen pen, TimelineView view, Rows rows) {
        this.pen = pen;
        this.view = view;
        this.rows = rows;
    }

    void paint(CallSigns signs, boolean over) {
        greeting(signs);
        for (Turn turn : signs.result().turns()) {
            Double audibleAtMs = turn.firstAudibleAtMs();
            double lastMs = audibleAtMs == null ? turn.callerEndAtMs() : audibleAtMs;
            if (lastMs >= view.leftMs() && turn.callerEndAtMs() <= view.rightMs()) {
                turn(turn);
            }
        }
        waiting(signs, over);
    }

    /** The greeting is measured from the call's start, and is no turn. */
    private void greeting(CallSigns signs) {
        Double audibleAtMs = signs.result().greeting().firstAudibleAtMs();
        if (audibleAtMs != null && audibleAtMs >= view.leftMs()) {
            pen.fill(pen.palette().half(Ink.MUTED));
            bracket(0, audibleAtMs, true);
        }
    }

    private void turn(Turn turn) {
        double endX = view.xOf(turn.callerEndAtMs());
        pen.fill(pen.palette().full(Ink.CALLER));
        pen.box(endX, rows.callerY(), 1, rows.laneHeight());
        pen.dot(endX, rows.callerY() + rows.laneHeight() / 2.0, DOT_PX);
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        if (audibleAtMs != null && ttfaMs != null) {
            pen.fill(pen.palette().full(SignLabels.ink(turn, ttfaMs)));
            bracket(turn.callerEndAtMs(), audibleAtMs, !turn.judged());
        }
    }

    /** Down from the caller's lane, across, and down to where the agent is heard. */
    private void bracket(double fromMs, double untilMs, boolean dashed) {
        double fromX = view.xOf(fromMs);
        double untilX = view.xOf(untilMs);
        double y = rows.betweenY() - 1;
        pen.box(fromX, rows.callerEndY(), 1, y - rows.callerEndY());
        if (dashed) {
            pen.dashedAcross(Math.max(0, fromX), Math.min(view.widthPx(), untilX), y, THICK_PX);
        } else {
            pen.box(fromX, y, untilX - fromX + 1, THICK_PX);
        }
        pen.box(untilX, y, THICK_PX, rows.agentEndY() - y);
        pen.dot(untilX + 0.5, rows.agentY() + rows.laneHeight() / 2.0, DOT_PX);
    }

    /** A caller who has finished and is not answered yet sees the time run. */
    private void waiting(CallSigns signs, boolean over) {
        int count = signs.result().turns().size();
        if (count == 0 || over) {
            return;
        }
        Turn last = signs.result().turns().get(count - 1);
        if (last.firstAudibleAtMs() == null && !last.early() && !last.overlapped()) {
            double y = rows.betweenY() - 1;
            double fromX = view.xOf(last.callerEndAtMs());
            pen.fill(pen.palette().full(Ink.MUTED));
            pen.box(fromX, rows.callerEndY(), 1, y - rows.callerEndY());
            pen.dashedAcross(Math.max(0, fromX), view.xOf(view.edgeMs()), y, THICK_PX);
        }
    }
}
