package dev.sidetone.bridge;

import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.socket.EventLoop;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calls that run, by CallSid. For any thread; each call is used on its own event loop only. */
final class RunningCalls {
    private final Map<String, RunningCall> calls = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    /**
     * A call that runs, with its event loop.
     *
     * @param firstStream the stream that it began with, which distinguishes it from another call of the same CallSid
     */
    record RunningCall(String firstStream, Call call, EventLoop loop) {
        /** Runs {@code action} on the call's loop. */
        void run(Consumer<Call> action) {
            loop.after(0, () -> action.accept(call));
        }
    }

    int size() {
        return calls.size();
    }

    @Nullable
    RunningCall get(String callSid) {
        return calls.get(callSid);
    }

    /** Adds a call; one that still ran under the same CallSid has lost its stream unnoticed, and ends. */
    void add(String callSid, RunningCall running) {
        RunningCall before = calls.put(callSid, running);
        if (before != null) {
            before.run(call -> call.end(StreamEnding.CALLER_LEFT, "its call came again on another stream"));
        }
    }

    /** Removes a call that is over; returns false when another has taken its place. */
    boolean remove(String callSid, String firstStream) {
        RunningCall running = calls.get(callSid);
        boolean mine = running != null && running.firstStream().equals(firstStream) && calls.remove(callSid, running);
        if (draining && calls.isEmpty()) {
            drained.complete(null);
        }
        return mine;
    }

    /** Runs {@code action} on a call's loop, if the call runs. */
    void runOn(String callSid, Consumer<Call> action) {
        RunningCall running = calls.get(callSid);
        if (running != null) {
            running.run(action);
        }
    }

    /** Runs {@code action} for each call on its loop. */
    void runOnEach(Consumer<Call> action) {
        calls.values().forEach(running -> running.run(action));
    }

    boolean isDraining() {
        return draining;
    }

    /** Accepts no more calls; the result completes when the last one has ended. */
    CompletableFuture<Void> drain() {
        draining = true;
        if (calls.isEmpty()) {
            drained.complete(null);
        }
        return drained;
    }
}
