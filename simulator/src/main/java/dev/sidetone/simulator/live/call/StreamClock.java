package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Maps the timestamps of a stream to this machine's clock, by the frames that arrived quickest, so that one frame's delay moves nothing.
 * The mapping forgets frames older than 20 s and so follows the drift of the two clocks. A timestamp that cannot be right starts a new
 * mapping at its arrival. Owned by {@link StreamFacts}.
 */
final class StreamClock {
    /** The result for a frame that is dropped, because frames arrive far faster than a line carries them. */
    static final long NEVER = Long.MIN_VALUE;

    private static final long MS_NS = 1_000_000L;
    /** The length of a window: the quickest frame of this one and of the one before it is remembered. */
    private static final int WINDOW_FRAMES = 500;

    private static final long CLOSEST_NS = LineFrame.NS / 2;
    private static final long MOST_EARLY_NS = 500 * MS_NS;
    private static final long MOST_LATE_NS = 10_000 * MS_NS;
    private static final long MOST_AHEAD_NS = 1_000 * MS_NS;
    private static final long DAY_MS = 86_400_000L;

    private boolean running;
    private long lastTimestampMs;
    private long lastNs = NEVER;
    /** The time of timestamp 0 by the quickest frame of this window, and of the window before it. */
    private long zeroNs;

    private long zeroBeforeNs;
    private int frames;

    /** Another stream begins, with timestamps of its own. */
    void restart() {
        running = false;
    }

    /** The time of the last frame; {@link #NEVER} before the first. */
    long lastNs() {
        return lastNs;
    }

    /**
     * Returns the time at which the caller spoke the frame with this timestamp, always at least half a frame after the one before; or
     * {@link #NEVER}.
     */
    long spokenNs(long timestampMs, long arrivedNs) {
        long itsZeroNs = arrivedNs - Math.floorMod(timestampMs, DAY_MS) * MS_NS;
        if (running && isCredible(timestampMs, arrivedNs)) {
            follow(itsZeroNs);
        } else {
            begin(itsZeroNs);
        }
        lastTimestampMs = timestampMs;
        long spokenNs = mappedNs(timestampMs);
        if (lastNs != NEVER && spokenNs - lastNs < CLOSEST_NS) {
            spokenNs = lastNs + CLOSEST_NS;
        }
        if (spokenNs - arrivedNs > MOST_AHEAD_NS) {
            return NEVER;
        }
        lastNs = spokenNs;
        return spokenNs;
    }

    private boolean isCredible(long timestampMs, long arrivedNs) {
        long stepMs = timestampMs - lastTimestampMs;
        long lateNs = arrivedNs - mappedNs(timestampMs);
        return stepMs * MS_NS >= CLOSEST_NS
                && timestampMs < DAY_MS
                && lateNs >= -MOST_EARLY_NS
                && lateNs <= MOST_LATE_NS;
    }

    private void begin(long itsZeroNs) {
        running = true;
        zeroNs = itsZeroNs;
        zeroBeforeNs = itsZeroNs;
        frames = 0;
    }

    private void follow(long itsZeroNs) {
        if (++frames == WINDOW_FRAMES) {
            frames = 0;
            zeroBeforeNs = zeroNs;
            zeroNs = itsZeroNs;
        } else if (itsZeroNs - zeroNs < 0) {
            zeroNs = itsZeroNs;
        }
    }

    private long mappedNs(long timestampMs) {
        long quickestNs = zeroNs - zeroBeforeNs < 0 ? zeroNs : zeroBeforeNs;
        return quickestNs + Math.floorMod(timestampMs, DAY_MS) * MS_NS;
    }
}
