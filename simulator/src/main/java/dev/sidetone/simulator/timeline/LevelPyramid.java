package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of both voices at every zoom: lowest and highest sample of buckets of 20, 80, 320 … ms, a fixed number of each, of which
 * the coarsest reach back a day. Written by the timeline's owner; any thread may read, and sees whole buckets but for those that are
 * being overwritten at the far end.
 */
public final class LevelPyramid {
    /** Buckets of each level. */
    public static final int BUCKETS = 4320;
    /** The number of buckets of one level that make one of the next. */
    public static final int FACTOR = 4;
    /** Levels: 20 ms to 20.48 s. */
    public static final int LEVELS = 6;

    /** The speaker of a lane. */
    public enum Lane {
        SAID,
        HEARD
    }

    private final List<Level> levels = new ArrayList<>();

    public LevelPyramid() {
        for (int i = 0; i < LEVELS; i++) {
            levels.add(new Level());
        }
    }

    void add(LineFrame said, LineFrame heard) {
        add(range(said), range(heard));
    }

    /** Ticks that never came. */
    void addSilence(long ticks) {
        for (long i = 0; i < ticks; i++) {
            add(pack((short) 0, (short) 0), pack((short) 0, (short) 0));
        }
    }

    private void add(int saidRange, int heardRange) {
        long perBucket = 1;
        for (Level level : levels) {
            level.add(saidRange, heardRange, perBucket);
            perBucket *= FACTOR;
        }
    }

    /** The length of a bucket of {@code level}, in ticks. */
    public static long ticksPerBucket(int level) {
        return Math.round(Math.pow(FACTOR, level));
    }

    /** The number of buckets that {@code level} has begun; those from {@code begun - BUCKETS} on can be asked for. */
    public long begun(int level) {
        return levels.get(level).begun;
    }

    /** The lowest sample of a bucket, counted from the call's start. */
    public short lowest(int level, Lane lane, long bucket) {
        return low(levels.get(level).ranges(lane)[(int) (bucket % BUCKETS)]);
    }

    /** The highest sample of a bucket. */
    public short highest(int level, Lane lane, long bucket) {
        return high(levels.get(level).ranges(lane)[(int) (bucket % BUCKETS)]);
    }

    /** The number of buckets stored at most, in all. */
    int room() {
        return levels.stream()
                .mapToInt(level -> level.said.length + level.heard.length)
                .sum();
    }

    private static int range(LineFrame frame) {
        if (frame.equals(LineFrame.SILENCE)) {
            return pack((short) 0, (short) 0);
        }
        short low = Short.MAX_VALUE;
        short high = Short.MIN_VALUE;
        for (int i = 0; i < LineFrame.BYTES; i++) {
            short sample = Mulaw.decode(frame.code(i));
            low = sample < low ? sample : low;
            high = sample > high ? sample : high;
        }
        return pack(low, high);
    }

    private static int pack(short low, short high) {
        return (low << 16) | (high & 0xFFFF);
    }

    private static short low(int range) {
        return (short) (range >> 16);
    }

    private static short high(int range) {
        return (short) range;
    }

    private static int join(int one, int other) {
        return pack((short) Math.min(low(one), low(other)), (short) Math.max(high(one), high(other)));
    }

    /** The buckets of one size: both bounds of a bucket in one int, so that a reader never sees half of it. */
    private static final class Level {
        private final int[] said = new int[BUCKETS];
        private final int[] heard = new int[BUCKETS];
        private long ticks;
        private volatile long begun;

        void add(int saidRange, int heardRange, long perBucket) {
            long bucket = ticks / perBucket;
            int slot = (int) (bucket % BUCKETS);
            boolean fresh = ticks % perBucket == 0;
            said[slot] = fresh ? saidRange : join(said[slot], saidRange);
            heard[slot] = fresh ? heardRange : join(heard[slot], heardRange);
            ticks++;
            begun = bucket + 1;
        }

        int[] ranges(Lane lane) {
            return lane == Lane.SAID ? said : heard;
        }
    }
}
