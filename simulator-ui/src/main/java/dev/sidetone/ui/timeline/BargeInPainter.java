package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;

/** Draws how the caller spoke up and the agent fell silent, and what the caller was spared. On the FX thread. */
final class BargeInPainter {
    private static final int BAR_PX = 3;
    private static final double UNSETTLED_MS = 2_000;

    private final TimelineGraphics graphics;
    private final Viewport view;
    private final LaneLayout lanes;

    BargeInPainter(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        this.graphics = graphics;
        this.view = view;
        this.lanes = lanes;
    }

    /** What lies under the voices: the audio that was thrown away, from where the agent fell silent to where it would have ended. */
    void paintDiscarded(CallAnnotations annotations) {
        for (CallAnnotations.Clear clear : annotations.clears()) {
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

    /** What lies over the voices: onset, clear and silence. */
    void paint(CallAnnotations annotations) {
        for (BargeIn bargeIn : annotations.result().bargeIns()) {
            double untilMs = bargeIn.onsetAtMs() + UNSETTLED_MS;
            if (untilMs >= view.leftMs() && bargeIn.onsetAtMs() <= view.rightMs()) {
                bargeIn(bargeIn);
            }
        }
        for (CallAnnotations.Clear clear : annotations.clears()) {
            if (clear.atMs() >= view.leftMs() && clear.atMs() <= view.rightMs()) {
                graphics.fill(graphics.palette().full(TimelineColor.CLEAR));
                graphics.dashedDown(view.xOf(clear.atMs()), lanes.agentY(), lanes.agentEndY() + LaneLayout.LABEL_PX);
            }
        }
    }

    private void bargeIn(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        double onsetX = view.xOf(bargeIn.onsetAtMs());
        double talkedOverMs = silenceMs != null ? silenceMs : UNSETTLED_MS;
        double silentX = view.xOf(Math.min(view.edgeMs(), bargeIn.onsetAtMs() + talkedOverMs));
        graphics.fill(graphics.palette().full(AnnotationLabels.ink(bargeIn)));
        graphics.box(
                onsetX,
                lanes.labelY(TimelineLabel.Strip.ABOVE, 0),
                1,
                lanes.agentEndY() - lanes.labelY(TimelineLabel.Strip.ABOVE, 0));
        graphics.box(onsetX, lanes.agentY(), silentX - onsetX + 1, BAR_PX);
        graphics.box(onsetX, lanes.agentEndY() - BAR_PX, silentX - onsetX + 1, BAR_PX);
        if (silenceMs != null) {
            graphics.box(silentX, lanes.agentY(), 1, lanes.laneHeight());
        }
    }
}
