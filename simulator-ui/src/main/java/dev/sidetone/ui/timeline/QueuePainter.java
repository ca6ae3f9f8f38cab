package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.Playout;
import dev.sidetone.simulator.timeline.DepthPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid;
import java.util.Locale;

/**
 * Draws what is queued at Twilio: the depth as a shape, marks as ticks on its ground, what a clear threw away as a hatched slope. Owned by the
 * {@link TimelinePainter}, on the FX thread.
 */
final class QueuePainter {
    private static final double BYTES_PER_MS = LineFrame.RATE_HZ / 1000.0;
    /** A queue that was never deeper is drawn on this scale. */
    private static final double LEAST_MS = 200;

    private static final int MARK_PX = 5;

    private final TimelineGraphics graphics;
    private final Viewport view;
    private final LaneLayout lanes;

    QueuePainter(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        this.graphics = graphics;
        this.view = view;
        this.lanes = lanes;
    }

    /** {@code zeroMs} is where the first bucket of {@code depths} begins. */
    void paint(DepthPyramid depths, LevelPyramid levels, double zeroMs, CallAnnotations annotations) {
        if (lanes.queueHeight() == 0) {
            return;
        }
        double scaleMs = scaleMs(annotations);
        double from = Math.max(0, view.xOf(view.startMs()));
        double until = Math.min(view.widthPx(), view.xOf(view.edgeMs()));
        graphics.fill(graphics.palette().half(TimelineColor.QUEUE));
        graphics.box(from, lanes.queueEndY() - 1, Math.max(0, until - from), 1);
        depth(depths, levels, zeroMs, until, scaleMs);
        annotations.clears().forEach(clear -> discarded(clear, scaleMs));
        marks(annotations);
    }

    /** What is queued at a moment, ms, as exactly as it is still known; 0 beyond what is known. */
    static double depthMs(DepthPyramid depths, LevelPyramid levels, double zeroMs, double atMs) {
        int level = WaveformBars.level(levels, atMs - zeroMs, LineFrame.MS);
        long bucket = (long) Math.floor((atMs - zeroMs) / (LevelPyramid.ticksPerBucket(level) * (double) LineFrame.MS));
        boolean known = bucket >= 0
                && bucket < depths.begun(level)
                && bucket >= depths.begun(level) - LevelPyramid.BUCKETS + LevelPyramid.FACTOR;
        return known ? depths.deepestBytes(level, bucket) / BYTES_PER_MS : 0;
    }

    /** The depth that is as high as the lane. */
    static double scaleMs(CallAnnotations annotations) {
        Playout playout = annotations.result().playout();
        return Math.max(LEAST_MS, playout == null ? 0 : playout.maxDepthMs());
    }

    /** The scale in words, for the margin. */
    static String scale(CallAnnotations annotations) {
        return length(scaleMs(annotations));
    }

    static String length(double ms) {
        return ms < 1000 ? Math.round(ms) + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }

    private void depth(DepthPyramid depths, LevelPyramid levels, double zeroMs, double untilX, double scaleMs) {
        int level = WaveformBars.level(levels, view.leftMs() - zeroMs, view.msPerPx());
        double bucketMs = LevelPyramid.ticksPerBucket(level) * (double) LineFrame.MS;
        long end = depths.begun(level);
        long oldest = Math.max(0, end - LevelPyramid.BUCKETS + LevelPyramid.FACTOR);
        double bottomY = lanes.queueEndY() - 1.0;
        int runX = 0;
        int runTall = 0;
        for (int x = 0; x <= untilX; x++) {
            long from = (long) Math.floor((view.msAt(x) - zeroMs) / bucketMs);
            long until = Math.max(from + 1, (long) Math.floor((view.msAt(x + 1) - zeroMs) / bucketMs));
            int tall = x >= untilX || from < oldest ? 0 : tall(depths, level, from, Math.min(end, until), scaleMs);
            if (tall != runTall || x + 1 > untilX) {
                column(runX, x, runTall, bottomY);
                runX = x;
                runTall = tall;
            }
        }
    }

    private int tall(DepthPyramid depths, int level, long from, long until, double scaleMs) {
        int bytes = 0;
        for (long bucket = from; bucket < until; bucket++) {
            bytes = Math.max(bytes, depths.deepestBytes(level, bucket));
        }
        return bytes == 0 ? 0 : Math.max(1, y(bytes / BYTES_PER_MS, scaleMs));
    }

    private int y(double ms, double scaleMs) {
        return (int) Math.round((lanes.queueHeight() - 3) * Math.min(1, ms / scaleMs));
    }

    private void column(int x, int untilX, int tall, double bottomY) {
        if (tall > 0) {
            graphics.fill(graphics.palette().veil(TimelineColor.QUEUE));
            graphics.box(x, bottomY - tall, untilX - x, tall);
            graphics.fill(graphics.palette().full(TimelineColor.QUEUE));
            graphics.box(x, bottomY - tall, untilX - x, 1);
        }
    }

    /** What was in the queue when it was cleared, and how it would have been played. */
    private void discarded(CallAnnotations.ClearAnnotation clear, double scaleMs) {
        double x = view.xOf(clear.atMs());
        double untilX = view.xOf(clear.atMs() + clear.discardedMs());
        double bottomY = lanes.queueEndY() - 1.0;
        int tall = y(clear.discardedMs(), scaleMs);
        if (untilX < 0 || x > view.widthPx() || tall <= 1) {
            return;
        }
        graphics.fill(graphics.palette().glaze(TimelineColor.CLEAR));
        graphics.triangle(x, bottomY - tall, x, bottomY, untilX, bottomY);
        graphics.line(x, bottomY - tall, untilX, bottomY, graphics.palette().half(TimelineColor.CLEAR));
        graphics.fill(graphics.palette().full(TimelineColor.CLEAR));
        graphics.box(x, bottomY - tall, 1, tall);
    }

    /** A mark that was reached in the queue's colour, one that a clear returned in the clear's; one for each pixel. */
    private void marks(CallAnnotations annotations) {
        double lastX = -1;
        for (CallAnnotations.MarkAnnotation mark : annotations.marks()) {
            double x = view.xOf(mark.atMs());
            if (x < 0 || x > view.widthPx() || x == lastX) {
                continue;
            }
            lastX = x;
            graphics.fill(graphics.palette().full(mark.heard() ? TimelineColor.QUEUE : TimelineColor.CLEAR));
            graphics.box(x, lanes.queueEndY() - 1.0, 1, MARK_PX);
        }
    }
}
