package dev.sidetone.simulator.line.loop;

import dev.sidetone.bridge.time.Timers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Schedules one call's actions on the line thread: they are forgotten when the call is over, and what breaks in one breaks this
 * call only. Owned by the line thread; only {@link #arrive} is for other threads.
 */
public final class CallScheduler implements Timers {
    private final LineLoop line;
    private final Consumer<Throwable> broke;
    private final Set<Timer> waiting = new HashSet<>();
    private boolean closed;

    public CallScheduler(LineLoop line, Consumer<Throwable> broke) {
        this.line = line;
        this.broke = broke;
    }

    @Override
    public long nowNs() {
        return line.nowNs();
    }

    @Override
    public Timer after(long delayNs, Runnable action) {
        return at(nowNs() + Math.max(0, delayNs), action);
    }

    /** Runs {@code action} at {@code dueNs}. */
    public Timer at(long dueNs, Runnable action) {
        return closed ? () -> {} : new Waiting(dueNs, guarded(action));
    }

    /** The moment from {@code ns} on at which the line looks: where a grid of ticks may begin. */
    public long aligned(long ns) {
        return line.aligned(ns);
    }

    /** Hands {@code action} over to the line thread, with the time of its arrival. Any thread. */
    public void arrive(long atNs, Runnable action) {
        line.arrive(atNs, guarded(action));
    }

    /** The call is over: the line keeps nothing of it, however far away its deadlines were. */
    public void close() {
        closed = true;
        List.copyOf(waiting).forEach(Timer::cancel);
    }

    private Runnable guarded(Runnable action) {
        return () -> {
            if (closed) {
                return;
            }
            try {
                action.run();
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                // Errors too, such as a stack that TwiML made too deep: they would take every other call's thread with
                // them.
                broke.accept(e);
            }
        };
    }

    /** One timer of the call, until it has run or is cancelled. */
    private final class Waiting implements Timer {
        private final Timer timer;

        Waiting(long dueNs, Runnable action) {
            this.timer = line.at(dueNs, () -> {
                waiting.remove(this);
                action.run();
            });
            waiting.add(this);
        }

        @Override
        public void cancel() {
            waiting.remove(this);
            timer.cancel();
        }
    }
}
