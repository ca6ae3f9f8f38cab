package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Holds the state of live mode and makes every change of its phase. Owned by {@link LiveController}; for any thread. */
final class LiveStateStore {
    private static final int MOST_CALLS = 50;

    private final AtomicReference<LiveState> state = new AtomicReference<>(LiveState.off());

    LiveState now() {
        return Objects.requireNonNull(state.get());
    }

    /** Begins; returns false where live mode runs already. */
    boolean begin() {
        LiveState before = state.getAndUpdate(old -> old.phase().isAtRest() ? old.beginning() : old);
        return Objects.requireNonNull(before).phase().isAtRest();
    }

    /** Changes the phase; returns false, without a change, where it is not {@code from}. */
    boolean become(LivePhase from, LivePhase to) {
        LiveState before = state.getAndUpdate(old -> old.phase() == from ? old.withPhase(to) : old);
        return Objects.requireNonNull(before).phase() == from;
    }

    /** Goes on to the next phase of the beginning, unless live mode is leaving. */
    void advance(LivePhase next) {
        state.updateAndGet(old -> old.phase() == LivePhase.LEAVING ? old : old.withPhase(next));
    }

    /** Ends the beginning with a problem, unless live mode is leaving. */
    void fail(Trouble trouble) {
        state.updateAndGet(old -> old.phase() == LivePhase.LEAVING
                ? old
                : old.withPhase(LivePhase.BROKEN).withTrouble(trouble));
    }

    /** Starts to leave, unless live mode is off. */
    void leave() {
        state.updateAndGet(old -> old.phase() == LivePhase.OFF ? old : old.withPhase(LivePhase.LEAVING));
    }

    boolean isLeaving() {
        return now().phase() == LivePhase.LEAVING;
    }

    /** Changes anything but the phase. */
    void update(UnaryOperator<LiveState> change) {
        state.updateAndGet(change);
    }

    void show(Trouble trouble) {
        state.updateAndGet(old -> old.withTrouble(trouble));
    }

    void add(LiveCall call) {
        state.updateAndGet(old -> {
            List<LiveCall> all = new ArrayList<>(old.calls());
            all.add(0, call);
            if (all.size() > MOST_CALLS) {
                removeOldestComplete(all);
            }
            return old.withCalls(all);
        });
    }

    /** A call that goes on is never removed, however many there are. */
    private static void removeOldestComplete(List<LiveCall> newestFirst) {
        for (int i = newestFirst.size() - 1; i > 0; i--) {
            if (newestFirst.get(i).isComplete()) {
                newestFirst.remove(i);
                return;
            }
        }
    }
}
