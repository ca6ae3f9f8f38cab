package dev.sidetone.ui.timeline;

import org.jspecify.annotations.Nullable;

/** Draws the time axis, its grid lines and the live edge. Owned by the {@link TimelinePainter}, on the FX thread. */
final class AxisPainter {
    private static final double APART_PX = 76;
    private static final int APART_LABELS_PX = 6;
    private static final double PADDING_PX = 5;
    private static final double TENTH_MS = 100;
    private static final int TICK_PX = 4;

    private final TimelineFonts fonts;
    private String edgeTime = "";
    private long edgeTenth = Long.MIN_VALUE;
    private @Nullable String[] tickTimes = new String[0];
    private long firstCached;
    private double cachedStepMs;

    AxisPainter(TimelineFonts fonts) {
        this.fonts = fonts;
    }

    /** Draws the grid, below the waveforms. */
    void paintGrid(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        double stepMs = TimeAxis.stepMs(view.msPerPx(), APART_PX);
        graphics.fill(graphics.palette().full(TimelineColor.GRID));
        for (long tick = firstTick(view, stepMs); tick * stepMs <= view.rightMs(); tick++) {
            double x = view.xOf(tick * stepMs);
            graphics.box(x, lanes.callerY(), 1, lanes.laneHeight());
            graphics.box(x, lanes.agentY(), 1, lanes.laneHeight());
            graphics.box(x, lanes.axisY(), 1, TICK_PX);
        }
    }

    void paintTimes(TimelineGraphics graphics, Viewport view, LaneLayout lanes, boolean live) {
        double stepMs = TimeAxis.stepMs(view.msPerPx(), APART_PX);
        double middleY = lanes.axisY() + LaneLayout.AXIS_PX / 2.0 + 1;
        double edgeFrom = paintEdge(graphics, view, lanes, live, middleY);
        double edgeUntil = edgeFrom + fonts.width(edgeTime) + 2 * PADDING_PX;
        graphics.fill(graphics.palette().full(TimelineColor.MUTED));
        long first = firstTick(view, stepMs);
        for (long tick = first; tick * stepMs <= view.rightMs(); tick++) {
            String text = tickTime(tick, first, stepMs);
            double x = Math.round(view.xOf(tick * stepMs) - fonts.width(text) / 2);
            double until = x + fonts.width(text);
            boolean apart = until + APART_LABELS_PX <= edgeFrom || x >= edgeUntil + APART_LABELS_PX;
            if (view.xOf(tick * stepMs) >= 0 && until <= view.widthPx() + TimelinePainter.RIGHT_PX && apart) {
                graphics.text(text, x, middleY, fonts.plain());
            }
        }
    }

    /** Draws the live edge as a line and a time; returns the left edge of the time. */
    private double paintEdge(TimelineGraphics graphics, Viewport view, LaneLayout lanes, boolean live, double middleY) {
        updateEdgeTime(view.edgeMs());
        double width = fonts.width(edgeTime) + 2 * PADDING_PX;
        double x = view.xOf(view.edgeMs());
        double left = Math.round(x - width / 2);
        if (x < 0 || left + width > view.widthPx() + TimelinePainter.RIGHT_PX) {
            return view.widthPx() * 2;
        }
        TimelineColor color = live ? TimelineColor.TEXT : TimelineColor.MUTED;
        graphics.fill(graphics.palette().half(color));
        graphics.box(x, lanes.callerY(), 1, lanes.axisY() + TICK_PX - lanes.callerY());
        graphics.fill(graphics.palette().wash(color));
        graphics.roundBox(left, middleY - LaneLayout.LABEL_PX / 2.0 + 1, width, LaneLayout.LABEL_PX - 2);
        graphics.fill(graphics.palette().ink(color));
        graphics.text(edgeTime, left + PADDING_PX, middleY, fonts.plain());
        return left;
    }

    private void updateEdgeTime(double edgeMs) {
        long tenth = (long) Math.floor(edgeMs / TENTH_MS);
        if (tenth != edgeTenth) {
            edgeTenth = tenth;
            edgeTime = TimeAxis.time(tenth * TENTH_MS, TENTH_MS);
        }
    }

    /** Returns the text of a tick, cached while the same ticks are visible. */
    private String tickTime(long tick, long first, double stepMs) {
        if (stepMs != cachedStepMs || first != firstCached) {
            tickTimes = new String[64];
            firstCached = first;
            cachedStepMs = stepMs;
        }
        int index = (int) (tick - first);
        if (index >= tickTimes.length) {
            return TimeAxis.time(tick * stepMs, stepMs);
        }
        String known = tickTimes[index];
        if (known == null) {
            known = TimeAxis.time(tick * stepMs, stepMs);
            tickTimes[index] = known;
        }
        return known;
    }

    private static long firstTick(Viewport view, double stepMs) {
        return (long) Math.max(Math.ceil(view.startMs() / stepMs), Math.floor(view.leftMs() / stepMs));
    }
}
