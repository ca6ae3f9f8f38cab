package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;

/**
 * The bars of one visible waveform: one pixel wide if a bucket of the {@link LevelPyramid} is narrow, otherwise one bar per bucket with a gap,
 * so that no more detail appears than is known. Reused for every picture; owned by a {@link WaveformPainter}, on the FX thread.
 */
final class WaveformBars {
    /** Buckets at least this wide are drawn one by one. */
    static final double BAR_PX = 3;

    private final Lane lane;
    private int[] lefts = new int[0];
    private int[] widths = new int[0];
    private short[] lows = new short[0];
    private short[] highs = new short[0];
    private int count;

    WaveformBars(Lane lane) {
        this.lane = lane;
    }

    /** Reads the part of {@code pyramid} visible in {@code view}; the first bucket of this lane starts at {@code zeroMs}. */
    void read(LevelPyramid pyramid, double zeroMs, Viewport view) {
        count = 0;
        makeRoom((int) Math.ceil(view.widthPx()) + 2);
        int level = level(pyramid, view.leftMs() - zeroMs, view.msPerPx());
        double bucketMs = bucketMs(level);
        if (bucketMs / view.msPerPx() >= BAR_PX) {
            bars(pyramid, level, zeroMs, view);
        } else {
            columns(pyramid, level, zeroMs, view);
        }
    }

    private void bars(LevelPyramid pyramid, int level, double zeroMs, Viewport view) {
        double bucketMs = bucketMs(level);
        long first = Math.max(oldest(pyramid, level), (long) Math.floor((view.leftMs() - zeroMs) / bucketMs));
        long end = Math.min(
                known(pyramid, level, view.edgeMs() - zeroMs), (long) Math.ceil((view.rightMs() - zeroMs) / bucketMs));
        for (long bucket = first; bucket < end && count < lefts.length; bucket++) {
            long from = view.columnOf(zeroMs + bucket * bucketMs);
            long until = view.columnOf(zeroMs + (bucket + 1) * bucketMs);
            put(from - view.leftColumn(), (int) (until - from) - 1, pyramid, level, bucket, bucket + 1);
        }
    }

    private void columns(LevelPyramid pyramid, int level, double zeroMs, Viewport view) {
        double bucketMs = bucketMs(level);
        long oldest = oldest(pyramid, level);
        long end = pyramid.begun(level);
        double endPx = Math.min(view.widthPx(), view.xOf(view.edgeMs()));
        for (int x = 0; x < endPx; x++) {
            double fromMs = view.msAt(x) - zeroMs;
            long from = (long) Math.floor(fromMs / bucketMs);
            long until = (long) Math.ceil((fromMs + view.msPerPx()) / bucketMs);
            if (from >= oldest && from < end) {
                put(x, 1, pyramid, level, from, Math.min(end, until));
            }
        }
    }

    private void put(long left, int width, LevelPyramid pyramid, int level, long from, long until) {
        short low = Short.MAX_VALUE;
        short high = Short.MIN_VALUE;
        for (long bucket = from; bucket < until; bucket++) {
            low = (short) Math.min(low, pyramid.lowest(level, lane, bucket));
            high = (short) Math.max(high, pyramid.highest(level, lane, bucket));
        }
        lefts[count] = (int) left;
        widths[count] = width;
        lows[count] = low;
        highs[count] = high;
        count++;
    }

    /** Returns the finest level that is not finer than a pixel and still reaches back to {@code sinceMs}. */
    static int level(LevelPyramid pyramid, double sinceMs, double msPerPx) {
        int level = 0;
        int last = LevelPyramid.LEVELS - 1;
        while (level < last && bucketMs(level + 1) <= msPerPx) {
            level++;
        }
        while (level < last && oldest(pyramid, level) * bucketMs(level) > Math.max(0, sinceMs)) {
            level++;
        }
        return level;
    }

    /** The first bucket that cannot be overwritten while it is read. */
    private static long oldest(LevelPyramid pyramid, int level) {
        return Math.max(0, pyramid.begun(level) - LevelPyramid.BUCKETS + LevelPyramid.FACTOR);
    }

    private static long known(LevelPyramid pyramid, int level, double edgeMs) {
        return Math.min(pyramid.begun(level), (long) Math.floor(edgeMs / bucketMs(level)));
    }

    private static double bucketMs(int level) {
        return LevelPyramid.ticksPerBucket(level) * (double) LineFrame.MS;
    }

    private void makeRoom(int most) {
        if (lefts.length < most) {
            lefts = new int[most];
            widths = new int[most];
            lows = new short[most];
            highs = new short[most];
        }
    }

    int count() {
        return count;
    }

    int left(int bar) {
        return lefts[bar];
    }

    int width(int bar) {
        return widths[bar];
    }

    short low(int bar) {
        return lows[bar];
    }

    short high(int bar) {
        return highs[bar];
    }
}
