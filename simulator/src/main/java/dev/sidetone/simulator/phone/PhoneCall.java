package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.wire.WireLog;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of a {@link Softphone}, which the window shows and controls. For any thread. */
public final class PhoneCall implements WatchedCall {
    private static final double NS_PER_MS = 1e6;

    private final RigCall placed;
    private final ControllableCaller caller;
    private final NanoClock clock;
    private final FactListener listener;
    private final RecordingLabel label;
    private final boolean watched;
    private final Map<Interjection, Clip> clips = Interjection.clips();
    private volatile @Nullable CallResult result;

    /** A call in which the person at the window takes part. Blocks for the disk. */
    static PhoneCall spoken(
            RigCall placed, ControllableCaller caller, NanoClock clock, FactListener listener, RecordingLabel label) {
        return new PhoneCall(placed, caller, clock, listener, label, false);
    }

    /** The call of a scenario, into which nobody presses a key or speaks. Blocks for the disk. */
    static PhoneCall watched(
            RigCall placed, ControllableCaller caller, NanoClock clock, FactListener listener, RecordingLabel label) {
        return new PhoneCall(placed, caller, clock, listener, label, true);
    }

    private PhoneCall(
            RigCall placed,
            ControllableCaller caller,
            NanoClock clock,
            FactListener listener,
            RecordingLabel label,
            boolean watched) {
        this.label = label;
        this.watched = watched;
        this.placed = placed;
        this.caller = caller;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public CallTimeline timeline() {
        return placed.timeline();
    }

    @Override
    public CallResult result() {
        CallResult all = result;
        return all == null ? timeline().resultSoFar() : all;
    }

    @Override
    public boolean isOver() {
        return result != null;
    }

    @Override
    public @Nullable EventLine nextEventLine() {
        return listener.lines.poll();
    }

    @Override
    public WireLog wire() {
        return listener.wire;
    }

    @Override
    public WordLog words() {
        return listener.words;
    }

    @Override
    public @Nullable Double elapsedMs() {
        CallResult all = result;
        if (all != null) {
            return all.call().durationMs();
        }
        Long answeredNs = listener.answeredNs;
        Long endedNs = listener.endedNs;
        long untilNs = endedNs == null ? clock.nowNs() : endedNs;
        return answeredNs == null ? null : (Double) ((untilNs - answeredNs) / NS_PER_MS);
    }

    /** Whom the call reaches and who speaks, in words. */
    public RecordingLabel label() {
        return label;
    }

    /** Whether a scenario speaks in it, and the person only watches. */
    public boolean isWatched() {
        return watched;
    }

    /** Whether the caller is muted. */
    public boolean isMuted() {
        return caller.isMuted();
    }

    void press(char digit) {
        if (!watched) {
            caller.press(digit);
        }
    }

    void mute(boolean silent) {
        if (!watched) {
            caller.mute(silent);
        }
    }

    void interject(Interjection what) {
        Clip clip = clips.get(what);
        if (clip != null && !watched) {
            caller.interject(clip);
        }
    }

    void hangUp() {
        placed.hangUp("the person at the window hung up");
    }

    /** Sets the final result. */
    void finish(CallResult all) {
        result = all;
    }

    /** Turns a call's facts into lines of the event list, on the timeline's thread. */
    static final class FactListener implements Consumer<Fact> {
        private final Queue<EventLine> lines = new ConcurrentLinkedQueue<>();
        private final EventLog log = new EventLog(lines::add);
        private final WireLog wire = new WireLog();
        private final WordLog words = new WordLog();
        private final Runnable answered;
        private volatile @Nullable Long answeredNs;
        private volatile @Nullable Long endedNs;

        /** {@code answered} runs when the caller is on the line. */
        FactListener(Runnable answered) {
            this.answered = answered;
        }

        @Override
        public void accept(Fact fact) {
            log.accept(fact);
            wire.accept(fact);
            words.accept(fact);
            if (answeredNs == null && fact instanceof Fact.CallAnswered) {
                answeredNs = fact.atNs();
                answered.run();
            }
            if (fact instanceof Fact.CallEnded) {
                endedNs = fact.atNs();
            }
        }
    }
}
