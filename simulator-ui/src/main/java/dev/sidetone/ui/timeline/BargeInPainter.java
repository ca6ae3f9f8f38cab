package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;

/** Draws how the caller spoke up and the agent fell silent, and what the caller was spared. On the FX thread. */
final class BargeInPainter {
    private static final int BAR_PX = 3;
    private static final double UNSETTLED_MS = 2_000;

    private final Pen pen;
    private final TimelineView view;
    private final Rows rows;

    BargeInPainter(Pen pen, TimelineView view, Rows rows) {
        this.pen = pen;
        this.view = view;
        this.rows = rows;
    }

    /** What lies under the voices: the audio that was thrown away, from where the agent fell silent to where it would have ended. */
    void paintDiscarded(CallSigns signs) {
        for (CallSigns.Clear clear : signs.clears()) {
            discarded(clear.silentAtMs(), clear.discardedMs());
        }
    }

    private void discarded(double fromMs, double lengthMs) {
        double x = view.xOf(fromMs);
        double untilX = view.xOf(fromMs + lengthMs);
        if (untilX <= x || untilX < 0 || x > view.widthPx()) {
            return;
        }
        double from = Math.max(0, x);
        pen.fill(pen.palette().glaze(Ink.CLEAR));
        pen.box(from, rows.agentY(), Math.min(view.widthPx(), untilX) - from, rows.laneHeight());
        pen.hatch(
                x,
                untilX,
                rows.agentY(),
                rows.laneHeight(),
                view.widthPx(),
                pen.palette().veil(Ink.CLEAR));
    }

    /** What lies over the voices: onset, clear and silence. */
    void paint(CallSigns signs) {
        for (BargeIn bargeIn : signs.result().bargeIns()) {
            double untilMs = bargeIn.onsetAtMs() + UNSETTLED_MS;
            if (untilMs >= view.leftMs() && bargeIn.onsetAtMs() <= view.rightMs()) {
                bargeIn(bargeIn);
            }
        }
        for (CallSigns.Clear clear : signs.clears()) {
            if (clear.atMs() >= view.leftMs() && clear.atMs() <= view.rightMs()) {
                pen.fill(pen.palette().full(Ink.CLEAR));
                pen.dashedDown(view.xOf(clear.atMs()), rows.agentY(), rows.agentEndY() + Rows.LABEL_PX);
            }
        }
    }

    private void bargeIn(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        double onsetX = view.xOf(bargeIn.onsetAtMs());
        double talkedOverMs = silenceMs != null ? silenceMs : UNSETTLED_MS;
        double silentX = view.xOf(Math.min(view.edgeMs(), bargeIn.onsetAtMs() + talkedOverMs));
        pen.fill(pen.palette().full(SignLabels.ink(bargeIn)));
        pen.box(onsetX, rows.labelY(Label.Strip.ABOVE, 0), 1, rows.agentEndY() - rows.labelY(Label.Strip.ABOVE, 0));
        pen.box(onsetX, rows.agentY(), silentX - onsetX + 1, BAR_PX);
        pen.box(onsetX, rows.agentEndY() - BAR_PX, silentX - onsetX + 1, BAR_PX);
        if (silenceMs != null) {
            pen.box(silentX, rows.agentY(), 1, rows.laneHeight());
        }
    }
}
