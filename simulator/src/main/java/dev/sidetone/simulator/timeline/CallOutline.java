package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a call for drawing: both voices' levels, the playout queue's depth, their place in time, and the latest words, clears and
 * marks. Fixed in size. Written by the timeline's owner, read by any thread.
 */
public final class CallOutline {
    private static final int CLEARS = 1_024;
    private static final int MARKS = 4_096;
    private static final int WORDS = 1_024;
    private static final int MOST_WORD_CHARS = 300;
    /** A hole in the ticks that is longer is shortened to this: what a bucket of the coarsest level could not show. */
    private static final long MOST_MISSING = 24L * 3600 * 50;

    private final LevelPyramid pyramid = new LevelPyramid();
    private final DepthPyramid depths = new DepthPyramid();
    private final FactRing<Fact.ClearArrived> clears = new FactRing<>(CLEARS);
    private final FactRing<Fact.MarkEchoed> marks = new FactRing<>(MARKS);
    private final FactRing<Fact.Transcribed> words = new FactRing<>(WORDS);
    private @Nullable Long startNs;
    private boolean started;
    private long lastTickNs;
    private volatile @Nullable Zero zero;

    /**
     * Where time begins, on the producers' clock.
     *
     * @param startNs when {@code start} went out or, until it does, the call was answered: every {@code AtMs} of the result counts from there
     * @param firstTickNs the deadline of the first tick: bucket <i>n</i> of the pyramid's finest level holds what was said in the 20 ms
     *     before, and heard in the 20 ms after, {@code firstTickNs} + <i>n</i> x 20 ms
     */
    public record Zero(long startNs, long firstTickNs) {
        /** The first tick on the call's own clock. */
        public double firstTickAtMs() {
            return atMs(firstTickNs);
        }

        /** An instant on the call's own clock. */
        public double atMs(long ns) {
            return CallClock.ms(ns - startNs);
        }
    }

    void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        if (zero != null) {
            long missing = Math.round((double) (tick.atNs() - lastTickNs) / LineFrame.NS) - 1;
            pyramid.addSilence(Math.min(missing, MOST_MISSING));
            depths.addEmpty(Math.min(missing, MOST_MISSING));
        }
        long fromNs = startNs == null ? tick.atNs() : startNs;
        if (zero == null || zero.startNs() != fromNs) {
            zero = new Zero(fromNs, tick.atNs() - pyramid.begun(0) * LineFrame.NS);
        }
        pyramid.add(said, heard);
        depths.add(tick.queuedBytes() + tick.heardBytes());
        lastTickNs = tick.atNs();
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.CallAnswered && startNs == null) {
            startNs = fact.atNs();
        } else if (fact instanceof Fact.StreamStarted && !started) {
            started = true;
            startNs = fact.atNs();
        } else if (fact instanceof Fact.ClearArrived clear) {
            clears.add(clear);
        } else if (fact instanceof Fact.MarkEchoed mark) {
            marks.add(new Fact.MarkEchoed(mark.atNs(), ForeignText.line(mark.name()), mark.heard()));
        } else if (fact instanceof Fact.Transcribed said) {
            String text = ForeignText.line(said.text().strip(), MOST_WORD_CHARS);
            words.add(new Fact.Transcribed(said.atNs(), ForeignText.line(said.speaker()), text));
        }
    }

    /** The outline of both voices, in which ticks that were given up are silent. */
    public LevelPyramid pyramid() {
        return pyramid;
    }

    /** The depth of the playout queue as each tick began; its buckets lie in time as those of {@link #pyramid}. */
    public DepthPyramid depths() {
        return depths;
    }

    /** The outline's place in time; null before the first tick. */
    public @Nullable Zero zero() {
        return zero;
    }

    /** The latest clears. */
    public FactRing<Fact.ClearArrived> clears() {
        return clears;
    }

    /** The latest marks that went back. */
    public FactRing<Fact.MarkEchoed> marks() {
        return marks;
    }

    /** The latest words that a transcript holds, each cut to what a picture has room for. */
    public FactRing<Fact.Transcribed> words() {
        return words;
    }

    /** The number of buckets stored at most, in all. */
    int room() {
        return pyramid.room() + depths.room();
    }
}
