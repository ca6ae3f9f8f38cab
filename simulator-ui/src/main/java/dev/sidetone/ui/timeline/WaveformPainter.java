package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;

/** Draws the waveform of one voice, with quiet levels expanded so that a quiet voice is visible. On the FX thread. */
final class WaveformPainter {
    private static final int LOUDEST = 32_124;
    private static final double POWER = 0.42;
    private static final int STEP = 8;
    private static final double[] HEIGHTS = heights();
    private static final int MARGIN_PX = 3;

    private final WaveformBars bars;
    private final TimelineColor color;

    WaveformPainter(Lane lane, TimelineColor color) {
        this.bars = new WaveformBars(lane);
        this.color = color;
    }

    /** Draws the waveform from {@code pyramid}; the first bucket of this lane starts at {@code zeroMs}. */
    void paint(TimelineGraphics graphics, Viewport view, LevelPyramid pyramid, double zeroMs, int y, int height) {
        int middle = y + height / 2;
        double half = height / 2.0 - MARGIN_PX;
        double from = Math.max(0, view.xOf(view.startMs()));
        graphics.fill(graphics.palette().half(color));
        graphics.box(from, middle, Math.max(0, Math.min(view.widthPx(), view.xOf(view.edgeMs())) - from), 1);
        bars.read(pyramid, zeroMs, view);
        graphics.fill(graphics.palette().full(color));
        for (int bar = 0; bar < bars.count(); bar++) {
            int up = pixels(bars.high(bar), half);
            int down = pixels(-bars.low(bar), half);
            if (up + down > 0) {
                graphics.box(bars.left(bar), middle - up, bars.width(bar), up + down + 1);
            }
        }
    }

    private static int pixels(int sample, double half) {
        return sample <= 0 ? 0 : (int) Math.round(half * HEIGHTS[sample / STEP]);
    }

    /** Mu-law has few amplitudes, all multiples of 4, so a table suffices. */
    private static double[] heights() {
        double[] heights = new double[(1 << 15) / STEP + 1];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.pow(Math.min(1.0, (double) i * STEP / LOUDEST), POWER);
        }
        return heights;
    }
}
