package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.caller.ControllableCaller;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
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
    private volatile @Nullable CallResult result;

    PhoneCall(RigCall placed, ControllableCaller caller, NanoClock clock, FactListener listener) {
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

    /** Whether the caller is muted. */
    public boolean isMuted() {
        return caller.isMuted();
    }

    void press(char digit) {
        caller.press(digit);
    }

    void mute(boolean silent) {
        caller.mute(silent);
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
