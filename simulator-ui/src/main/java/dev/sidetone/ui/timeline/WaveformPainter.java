package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;

/** Draws one voice in its lane. The lane is spread at the quiet end, so that a quiet voice is seen too. On the FX thread. */
final class WaveformPainter {
    private static final int LOUDEST = 32_124;
    private static final double POWER = 0.42;
    private static final int STEP = 8;
    private static final double[] HEIGHTS = heights();
    private static final int MARGIN_PX = 3;

    private final WaveformBars outline;
    private final TimelineColor ink;

    WaveformPainter(Lane lane, TimelineColor ink) {
        this.outline = new WaveformBars(lane);
        this.ink = ink;
    }

    /** Draws the voice of {@code pyramid}, whose first bucket of this lane begins at {@code zeroMs}. */
    void paint(TimelineGraphics graphics, Viewport view, LevelPyramid pyramid, double zeroMs, int y, int height) {
        int middle = y + height / 2;
        double half = height / 2.0 - MARGIN_PX;
        double from = Math.max(0, view.xOf(0));
        graphics.fill(graphics.palette().half(ink));
        graphics.box(from, middle, Math.max(0, Math.min(view.widthPx(), view.xOf(view.edgeMs())) - from), 1);
        outline.read(pyramid, zeroMs, view);
        graphics.fill(graphics.palette().full(ink));
        for (int bar = 0; bar < outline.count(); bar++) {
            int up = pixels(outline.high(bar), half);
            int down = pixels(-outline.low(bar), half);
            if (up + down > 0) {
                graphics.box(outline.left(bar), middle - up, outline.width(bar), up + down + 1);
            }
        }
    }

    private static int pixels(int sample, double half) {
        return sample <= 0 ? 0 : (int) Math.round(half * HEIGHTS[sample / STEP]);
    }

    /** Mu-law has few loudnesses, all multiples of 4: a table is enough for them. */
    private static double[] heights() {
        double[] heights = new double[(1 << 15) / STEP + 1];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.pow(Math.min(1.0, (double) i * STEP / LOUDEST), POWER);
        }
        return heights;
    }
}
