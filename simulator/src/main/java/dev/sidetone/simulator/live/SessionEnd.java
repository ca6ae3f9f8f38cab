package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The end of a session, step by step, each of which the state names while it is waited for. The number is restored first, so that no call
 * begins any more, while the calls that nobody has answered are canceled beside it; then running calls may end.
 */
final class SessionEnd {
    private final LiveSession open;
    private final LiveStateStore state;
    private final PutBackResults putBack;
    private final ExecutorService besides;
    private final Consumer<String> log;

    /** @param besides runs what need not wait for the number */
    SessionEnd(
            LiveSession open,
            LiveStateStore state,
            PutBackResults putBack,
            ExecutorService besides,
            Consumer<String> log) {
        this.open = open;
        this.state = state;
        this.putBack = putBack;
        this.besides = besides;
        this.log = log;
    }

    /**
     * @param hurried returns true where running calls are not to be waited for
     * @param drainMs the longest time for running calls to end
     */
    void run(BooleanSupplier hurried, long drainMs) {
        Future<List<Trouble>> unanswered = besides.submit(() -> open.placed().end());
        SelectableNumber used = state.now().numberInUse();
        waitFor(used == null ? "Twilio" : "Twilio to put " + used.number() + " back");
        if (putBack.add(open.restoreNumberFinally())) {
            state.update(old -> old.withNumbers(old.numbers(), null));
        }
        waitFor("Twilio to cancel the calls that nobody has answered");
        show(unanswered);
        try {
            endCalls(hurried.getAsBoolean() ? 0 : drainMs);
        } catch (RuntimeException e) {
            log.accept("live mode did not end cleanly: " + e);
        }
    }

    private void endCalls(long drainMs) {
        waitFor(
                drainMs == 0
                        ? "running calls to be ended"
                        : "running calls to end, " + drainMs / 1_000 + " s at the most");
        open.drain(drainMs);
        show(open.placed().endAll());
        waitFor("Twilio's alerts on the last calls");
        open.close();
    }

    private void waitFor(String what) {
        state.update(old -> old.withWaiting(what, 0));
    }

    private void show(Future<List<Trouble>> troubles) {
        try {
            show(troubles.get());
        } catch (ExecutionException e) {
            log.accept("live mode did not end cleanly: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(List<Trouble> troubles) {
        troubles.forEach(state::show);
    }
}
