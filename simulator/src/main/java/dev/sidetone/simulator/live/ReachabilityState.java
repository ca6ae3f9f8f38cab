package dev.sidetone.simulator.live;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.live.LostCalls.LostCall;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps watch over a number that rings the bridge, on a thread of its own, and shows in the state whether calls arrive. Reports each change
 * as an error. Owned by {@link LiveController}; for any thread.
 */
final class ReachabilityState {
    private static final long PERIOD_NS = 250_000_000L;

    private final LiveStateStore state;
    private final NanoClock clock;
    private final Consumer<String> errors;
    private final List<LostCall> lost = new ArrayList<>();
    private @Nullable Thread watching;
    private @Nullable Trouble disturbance;
    /** The problem of the last lost call, until a call arrives again. */
    private @Nullable Trouble lastLost;

    ReachabilityState(LiveStateStore state, NanoClock clock, Consumer<String> errors) {
        this.state = state;
        this.clock = clock;
        this.errors = errors;
    }

    /** Watches the number that {@code open} has borrowed. */
    synchronized void start(LiveSession open) {
        ReachabilityMonitor watch = open.watch(clock.nowNs(), this::disturbed);
        Thread thread = new Thread(() -> keepWatching(watch), "live-watch");
        thread.setDaemon(true);
        watching = thread;
        disturbance = null;
        thread.start();
    }

    private void keepWatching(ReachabilityMonitor watch) {
        while (isWatching()) {
            watch.at(clock.nowNs());
            Park.forNs(PERIOD_NS);
        }
    }

    private synchronized boolean isWatching() {
        return Thread.currentThread() == watching;
    }

    /** Watches no longer; a probe that is under way changes nothing any more. */
    synchronized void stop() {
        watching = null;
        lastLost = null;
        state.update(old -> old.withDisturbance(null));
    }

    private synchronized void disturbed(@Nullable Trouble why) {
        if (!isWatching()) {
            return;
        }
        disturbance = why;
        errors.accept(why == null ? "calls reach this bridge again" : line(why));
        show();
    }

    /** Takes a call that never reached the bridge. */
    synchronized void lost(LostCall call) {
        lost.add(call);
        Trouble why = new Trouble(call.what() + ".", call.cure());
        lastLost = watching == null ? null : why;
        errors.accept(line(why));
        show();
    }

    /** A call has reached the bridge. */
    synchronized void callArrived() {
        lastLost = null;
        show();
    }

    private void show() {
        Trouble now = disturbance == null ? lastLost : disturbance;
        state.update(old -> old.withDisturbance(watching == null ? null : now));
    }

    private static String line(Trouble why) {
        return (why.what() + " " + why.cure()).strip();
    }

    /** All calls that never reached the bridge, the oldest first. */
    synchronized List<LostCall> lostCalls() {
        return List.copyOf(lost);
    }

    /** The reason for which calls did not arrive when the watch was last stopped, or null. */
    synchronized @Nullable Trouble disturbance() {
        return disturbance;
    }
}
