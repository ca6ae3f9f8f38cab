package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** How live mode stands, for everybody to see, and the one door through which its phase changes. For any thread. */
final class LiveStateStore {
    private static final int MOST_CALLS = 50;

    private final AtomicReference<LiveState> state = new AtomicReference<>(LiveState.off());

    LiveState now() {
        return Objects.requireNonNull(state.get());
    }

    /** Begins anew, unless something runs already. */
    boolean begin() {
        return isAtRest(Objects.requireNonNull(state.getAndUpdate(old -> isAtRest(old) ? old.beginning() : old)));
    }

    private static boolean isAtRest(LiveState state) {
        return state.phase() == LivePhase.OFF || state.phase() == LivePhase.BROKEN;
    }

    /** Whether this very change was made. */
    boolean become(LivePhase from, LivePhase to) {
        LiveState before = state.getAndUpdate(old -> old.phase() == from ? old.in(to) : old);
        return Objects.requireNonNull(before).phase() == from;
    }

    /** To the next step of the beginning, unless it is all to end meanwhile. */
    void go(LivePhase next) {
        state.updateAndGet(old -> old.phase() == LivePhase.LEAVING ? old : old.in(next));
    }

    void change(UnaryOperator<LiveState> change) {
        state.updateAndGet(change);
    }

    void tell(Trouble trouble) {
        state.updateAndGet(old -> old.with(trouble));
    }

    void broken(Trouble trouble) {
        state.updateAndGet(old -> old.phase() == LivePhase.LEAVING
                ? old
                : old.in(LivePhase.BROKEN).with(trouble));
    }

    void leaving() {
        state.updateAndGet(old -> old.phase() == LivePhase.OFF ? old : old.in(LivePhase.LEAVING));
    }

    boolean isLeaving() {
        return now().phase() == LivePhase.LEAVING;
    }

    void began(LiveCall call) {
        state.updateAndGet(old -> {
            List<LiveCall> all = new ArrayList<>(old.calls());
            all.add(0, call);
            return old.with(all.size() > MOST_CALLS ? withoutOldest(all) : all);
        });
    }

    /** A call that goes on stays in sight, however many there are. */
    private static List<LiveCall> withoutOldest(List<LiveCall> newestFirst) {
        for (int i = newestFirst.size() - 1; i > 0; i--) {
            if (newestFirst.get(i).isComplete()) {
                newestFirst.remove(i);
                break;
            }
        }
        return newestFirst;
    }
}
