package dev.sidetone.simulator.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The depth of the playout queue at every zoom: the deepest in buckets as long, as many and as far back as those of {@link LevelPyramid}.
 * Written by the timeline's owner; any thread may read, and sees whole buckets but for those that are being overwritten at the far end.
 */
public final class DepthPyramid {
    private final List<Level> levels = new ArrayList<>();

    DepthPyramid() {
        for (int i = 0; i < LevelPyramid.LEVELS; i++) {
            levels.add(new Level());
        }
    }

    /** The next tick began with {@code bytes} in the queue. */
    void add(int bytes) {
        long perBucket = 1;
        for (Level level : levels) {
            level.add(bytes, perBucket);
            perBucket *= LevelPyramid.FACTOR;
        }
    }

    /** Ticks that never came. */
    void addEmpty(long ticks) {
        for (long i = 0; i < ticks; i++) {
            add(0);
        }
    }

    /** The number of buckets that {@code level} has begun; the latest {@link LevelPyramid#BUCKETS} can be asked for. */
    public long begun(int level) {
        return levels.get(level).begun;
    }

    /** The most that was queued in a bucket, counted from the call's start, in bytes, of which the line plays 8 in a millisecond. */
    public int deepestBytes(int level, long bucket) {
        return levels.get(level).deepest[(int) (bucket % LevelPyramid.BUCKETS)];
    }

    /** The number of buckets stored at most, in all. */
    int room() {
        return levels.stream().mapToInt(level -> level.deepest.length).sum();
    }

    /** The buckets of one size. */
    private static final class Level {
        private final int[] deepest = new int[LevelPyramid.BUCKETS];
        private long ticks;
        private volatile long begun;

        void add(int bytes, long perBucket) {
            long bucket = ticks / perBucket;
            int slot = (int) (bucket % LevelPyramid.BUCKETS);
            deepest[slot] = ticks % perBucket == 0 ? bytes : Math.max(deepest[slot], bytes);
            ticks++;
            begun = bucket + 1;
        }
    }
}
