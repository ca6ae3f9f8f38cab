package dev.sidetone.ui.timeline;

import org.jspecify.annotations.Nullable;

/** Draws the time axis, its lines through the lanes, and how far the call has come. Owned by the drawing, on the FX thread. */
final class AxisPainter {
    private static final double APART_PX = 76;
    private static final int APART_LABELS_PX = 6;
    private static final double PADDING_PX = 5;
    private static final double TENTH_MS = 100;
    private static final int TICK_PX = 4;

    private final TimelineFonts texts;
    private String edgeWords = "";
    private long edgeTenth = Long.MIN_VALUE;
    private @Nullable String[] words = new String[0];
    private long firstWord;
    private double wordsStepMs;

    AxisPainter(TimelineFonts texts) {
        this.texts = texts;
    }

    /** What lies under the voices. */
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

    void paintWords(TimelineGraphics graphics, Viewport view, LaneLayout lanes, boolean live) {
        double stepMs = TimeAxis.stepMs(view.msPerPx(), APART_PX);
        double middleY = lanes.axisY() + LaneLayout.AXIS_PX / 2.0 + 1;
        double edgeFrom = paintEdge(graphics, view, lanes, live, middleY);
        double edgeUntil = edgeFrom + texts.width(edgeWords) + 2 * PADDING_PX;
        graphics.fill(graphics.palette().full(TimelineColor.MUTED));
        long first = firstTick(view, stepMs);
        for (long tick = first; tick * stepMs <= view.rightMs(); tick++) {
            String text = words(tick, first, stepMs);
            double x = Math.round(view.xOf(tick * stepMs) - texts.width(text) / 2);
            double until = x + texts.width(text);
            boolean apart = until + APART_LABELS_PX <= edgeFrom || x >= edgeUntil + APART_LABELS_PX;
            if (view.xOf(tick * stepMs) >= 0 && until <= view.widthPx() + TimelinePainter.RIGHT_PX && apart) {
                graphics.text(text, x, middleY, texts.plain());
            }
        }
    }

    /** How far the call has come, as a line and a time; returns where the time begins. */
    private double paintEdge(TimelineGraphics graphics, Viewport view, LaneLayout lanes, boolean live, double middleY) {
        nameEdge(view.edgeMs());
        double width = texts.width(edgeWords) + 2 * PADDING_PX;
        double x = view.xOf(view.edgeMs());
        double left = Math.round(x - width / 2);
        if (x < 0 || left + width > view.widthPx() + TimelinePainter.RIGHT_PX) {
            return view.widthPx() * 2;
        }
        TimelineColor ink = live ? TimelineColor.TEXT : TimelineColor.MUTED;
        graphics.fill(graphics.palette().half(ink));
        graphics.box(x, lanes.callerY(), 1, lanes.axisY() + TICK_PX - lanes.callerY());
        graphics.fill(graphics.palette().wash(ink));
        graphics.roundBox(left, middleY - LaneLayout.LABEL_PX / 2.0 + 1, width, LaneLayout.LABEL_PX - 2);
        graphics.fill(graphics.palette().full(ink));
        graphics.text(edgeWords, left + PADDING_PX, middleY, texts.plain());
        return left;
    }

    private void nameEdge(double edgeMs) {
        long tenth = (long) Math.floor(edgeMs / TENTH_MS);
        if (tenth != edgeTenth) {
            edgeTenth = tenth;
            edgeWords = TimeAxis.words(tenth * TENTH_MS, TENTH_MS);
        }
    }

    /** The words of a tick, put together once for as long as it is seen. */
    private String words(long tick, long first, double stepMs) {
        if (stepMs != wordsStepMs || first != firstWord) {
            words = new String[64];
            firstWord = first;
            wordsStepMs = stepMs;
        }
        int index = (int) (tick - first);
        if (index >= words.length) {
            return TimeAxis.words(tick * stepMs, stepMs);
        }
        String known = words[index];
        if (known == null) {
            known = TimeAxis.words(tick * stepMs, stepMs);
            words[index] = known;
        }
        return known;
    }

    private static long firstTick(Viewport view, double stepMs) {
        return Math.max(0, (long) Math.floor(view.leftMs() / stepMs));
    }
}
