package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the caller's turns and the time to first audio of each, at the ear.
 *
 * <p>A caller that announces its edges speaks one turn per announced utterance; one whose edges are found by energy makes pauses, so speech
 * that begins again shortly after the last and before any answer continues the same turn. What the caller says before the first two-way
 * stream, between two and after the last is no turn: nobody was there to answer. Where none comes at all, all that is said counts. Owned by {@link CallFold}.
 */
final class TurnMeter {
    private static final long PAUSE_NS = 1_000_000_000L;

    private final CallClock origin;
    private final RecentMoments recent;
    private final List<Turn> closed = new ArrayList<>();
    private @Nullable OpenTurn open;
    private boolean edgesKnown = true;
    private long lastVoicedNs = Long.MIN_VALUE;
    private @Nullable Long firstStartNs;
    private @Nullable Long streamNs;
    private @Nullable Long streamEndNs;

    TurnMeter(CallClock origin, RecentMoments recent) {
        this.origin = origin;
        this.recent = recent;
    }

    void hear(Moment moment) {
        if (open != null) {
            open.hear(moment);
        }
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.Tick tick) {
            listen(tick);
        } else if (fact instanceof Fact.CallPlaced placed) {
            edgesKnown = placed.edgesKnown();
        } else if (fact instanceof Fact.StreamStarted) {
            streamStarts(fact.atNs());
        } else if (fact instanceof Fact.StreamEnded) {
            streamEndNs = fact.atNs();
        } else if (fact instanceof Fact.CallerStarted started) {
            starts(started.startNs());
        } else if (fact instanceof Fact.CallerEnded ended) {
            ends(ended.endNs());
        } else if (fact instanceof Fact.CallEnded) {
            endsWithTheCall();
        }
    }

    private void listen(Fact.Tick tick) {
        if (SpeechEnergy.isAudible(tick.said1())) {
            lastVoicedNs = tick.atNs();
        } else if (SpeechEnergy.isAudible(tick.said0())) {
            lastVoicedNs = tick.atNs() - LineFrame.NS / 2;
        }
    }

    private void streamStarts(long atNs) {
        if (streamNs == null) {
            closed.clear();
            open = null;
            firstStartNs = null;
        }
        streamNs = atNs;
        streamEndNs = null;
    }

    private boolean isHeard(long startNs) {
        return streamNs == null || (startNs >= streamNs && (streamEndNs == null || startNs < streamEndNs));
    }

    private void starts(long startNs) {
        if (!isHeard(startNs)) {
            return;
        }
        if (firstStartNs == null) {
            firstStartNs = startNs;
        }
        if (open != null && open.endNs() == null) {
            return;
        }
        if (open != null && goesOnWith(open, startNs)) {
            open.goesOn(recent);
            return;
        }
        close(startNs);
        open = new OpenTurn(closed.size() + 1, startNs, recent);
    }

    private boolean goesOnWith(OpenTurn turn, long startNs) {
        Long endNs = turn.endNs();
        return !edgesKnown && endNs != null && startNs - endNs <= PAUSE_NS && turn.audibleBefore(startNs) == null;
    }

    private void close(long limitNs) {
        Turn turn = open == null ? null : open.turn(origin, limitNs);
        if (turn != null) {
            closed.add(turn);
        }
    }

    private void ends(long endNs) {
        if (open != null && open.endNs() == null) {
            open.ends(endNs, recent);
        }
    }

    /** A caller that hangs up in the middle of a word has spoken up to there. */
    private void endsWithTheCall() {
        if (open != null && lastVoicedNs > open.startNs()) {
            ends(lastVoicedNs);
        }
    }

    /** The time at which the caller first spoke. */
    @Nullable
    Long firstStartNs() {
        return firstStartNs;
    }

    /** The turns whose end is known, in order. */
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>(closed);
        Turn last = last();
        if (last != null) {
            turns.add(last);
        }
        return List.copyOf(turns);
    }

    /** The latest turn if the caller has ended it. */
    @Nullable
    Turn last() {
        return open == null ? null : open.turn(origin, Long.MAX_VALUE);
    }
}
