package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * When a caller's frame was said: its stream's own time put on our clock by the frames that came quickest. So one frame's delay on the
 * way moves nothing; the zero point follows the two clocks' drift by forgetting what is older than 20 s. Timestamps that cannot be begin
 * anew at their arrival. Owned by {@link StreamFacts}.
 */
final class StreamClock {
    /** The frame is one too many: frames come far faster than a line carries them. */
    static final long NEVER = Long.MIN_VALUE;

    private static final long MS_NS = 1_000_000L;
    /** A window of frames whose quickest is remembered, and the one before it. */
    private static final int WINDOW_FRAMES = 500;

    private static final long CLOSEST_NS = LineFrame.NS / 2;
    private static final long MOST_EARLY_NS = 500 * MS_NS;
    private static final long MOST_LATE_NS = 10_000 * MS_NS;
    private static final long MOST_AHEAD_NS = 1_000 * MS_NS;
    private static final long DAY_MS = 86_400_000L;

    private boolean running;
    private long lastMs;
    private long lastNs = NEVER;
    private long quickestNs;
    private long quickestBeforeNs;
    private int frames;

    /** Another stream begins, with a clock of its own. */
    void restart() {
        running = false;
    }

    /** When the last frame was said; {@link #NEVER} before the first. */
    long lastNs() {
        return lastNs;
    }

    /** When the frame with this timestamp was said, always at least half a frame after the last one; or {@link #NEVER}. */
    long place(long timestampMs, long arrivedNs) {
        long zeroNs = arrivedNs - Math.floorMod(timestampMs, DAY_MS) * MS_NS;
        if (running && isCredible(timestampMs, arrivedNs)) {
            note(zeroNs);
        } else {
            begin(zeroNs);
        }
        lastMs = timestampMs;
        long saidNs = saidNs(timestampMs);
        if (lastNs != NEVER && saidNs - lastNs < CLOSEST_NS) {
            saidNs = lastNs + CLOSEST_NS;
        }
        if (saidNs - arrivedNs > MOST_AHEAD_NS) {
            return NEVER;
        }
        lastNs = saidNs;
        return saidNs;
    }

    private boolean isCredible(long timestampMs, long arrivedNs) {
        long stepMs = timestampMs - lastMs;
        long lateNs = arrivedNs - saidNs(timestampMs);
        return stepMs * MS_NS >= CLOSEST_NS
                && timestampMs < DAY_MS
                && lateNs >= -MOST_EARLY_NS
                && lateNs <= MOST_LATE_NS;
    }

    private void begin(long zeroNs) {
        running = true;
        quickestNs = zeroNs;
        quickestBeforeNs = zeroNs;
        frames = 0;
    }

    private void note(long zeroNs) {
        if (++frames == WINDOW_FRAMES) {
            frames = 0;
            quickestBeforeNs = quickestNs;
            quickestNs = zeroNs;
        } else if (zeroNs - quickestNs < 0) {
            quickestNs = zeroNs;
        }
    }

    private long saidNs(long timestampMs) {
        long zeroNs = quickestNs - quickestBeforeNs < 0 ? quickestNs : quickestBeforeNs;
        return zeroNs + Math.floorMod(timestampMs, DAY_MS) * MS_NS;
    }
}
