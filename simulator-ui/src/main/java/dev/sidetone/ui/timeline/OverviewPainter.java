package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;

/** Draws the whole call in one low strip: who is heard when, and a frame around what the picture shows. Owned by the {@link TimelinePainter}, on the FX thread. */
final class OverviewPainter {
    /** A voice that is softer is not shown. */
    private static final int AUDIBLE = 300;

    private static final int BAR_PX = 4;
    private static final int APART_PX = 3;
    private static final int LEAST_FRAME_PX = 6;

    private final TimelineGraphics graphics;
    private final LaneLayout lanes;

    OverviewPainter(TimelineGraphics graphics, LaneLayout lanes) {
        this.graphics = graphics;
        this.lanes = lanes;
    }

    void paint(OverviewScale scale, Viewport view, LevelPyramid pyramid, double saidFromMs) {
        if (lanes.overviewHeight() == 0) {
            return;
        }
        int y = lanes.overviewY();
        graphics.fill(graphics.palette().full(TimelineColor.LANE));
        graphics.roundBox(0, y, scale.widthPx(), lanes.overviewHeight());
        double edgeX = Math.min(scale.widthPx(), scale.xOf(view.edgeMs()));
        graphics.fill(graphics.palette().full(TimelineColor.CALLER));
        voice(scale, pyramid, Lane.SAID, saidFromMs, edgeX, y + APART_PX + 1);
        graphics.fill(graphics.palette().full(TimelineColor.AGENT));
        voice(
                scale,
                pyramid,
                Lane.HEARD,
                saidFromMs + LineFrame.MS,
                edgeX,
                y + lanes.overviewHeight() - APART_PX - 1 - BAR_PX);
        frame(scale, view, y);
    }

    private void frame(OverviewScale scale, Viewport view, int y) {
        double fromX = Math.max(0, scale.xOf(view.leftMs()));
        double untilX = Math.min(scale.widthPx(), scale.xOf(view.rightMs()) + 1);
        double width = Math.max(LEAST_FRAME_PX, untilX - fromX);
        graphics.fill(graphics.palette().glaze(TimelineColor.CALLER));
        graphics.roundBox(fromX, y, width, lanes.overviewHeight());
        graphics.frame(
                fromX, y, width, lanes.overviewHeight(), graphics.palette().full(TimelineColor.CALLER));
    }

    private void voice(OverviewScale scale, LevelPyramid pyramid, Lane lane, double zeroMs, double untilX, int y) {
        int level = WaveformBars.level(pyramid, scale.startMs() - zeroMs, scale.msPerPx());
        double bucketMs = LevelPyramid.ticksPerBucket(level) * (double) LineFrame.MS;
        long end = pyramid.begun(level);
        long oldest = Math.max(0, end - LevelPyramid.BUCKETS + LevelPyramid.FACTOR);
        int runX = -1;
        for (int x = 0; x <= untilX; x++) {
            long from = (long) Math.floor((scale.msAt(x) - zeroMs) / bucketMs);
            long until = Math.max(from + 1, (long) Math.floor((scale.msAt(x + 1) - zeroMs) / bucketMs));
            boolean heard = x < untilX && from >= oldest && isHeard(pyramid, level, lane, from, Math.min(end, until));
            if (heard && runX < 0) {
                runX = x;
            } else if (!heard && runX >= 0) {
                graphics.box(runX, y, x - runX, BAR_PX);
                runX = -1;
            }
        }
        if (runX >= 0) {
            graphics.box(runX, y, untilX - runX, BAR_PX);
        }
    }

    private static boolean isHeard(LevelPyramid pyramid, int level, Lane lane, long from, long until) {
        for (long bucket = from; bucket < until; bucket++) {
            if (pyramid.highest(level, lane, bucket) >= AUDIBLE) {
                return true;
            }
        }
        return false;
    }
}
