package dev.sidetone.bridge;

import dev.sidetone.bridge.call.Call;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.socket.EventLoop;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calls that run, by CallSid. For any thread: each call is spoken to on its own event loop only. */
final class RunningCalls {
    private final Map<String, Live> calls = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    /**
     * A call that runs.
     *
     * @param firstStream the stream it began with, which tells it from another call of the same CallSid
     */
    record Live(String firstStream, Call call, EventLoop loop) {
        void tell(Consumer<Call> news) {
            loop.after(0, () -> news.accept(call));
        }
    }

    int size() {
        return calls.size();
    }

    @Nullable
    Live get(String callSid) {
        return calls.get(callSid);
    }

    /** A call begins; one that still ran under the same CallSid has lost its line without noticing. */
    void add(String callSid, Live live) {
        Live before = calls.put(callSid, live);
        if (before != null) {
            before.tell(call -> call.end(StreamEnding.CALLER_LEFT, "its call came again on another stream"));
        }
    }

    /** A call is over. Returns false when another has taken its place meanwhile. */
    boolean remove(String callSid, String firstStream) {
        Live live = calls.get(callSid);
        boolean mine = live != null && live.firstStream().equals(firstStream) && calls.remove(callSid, live);
        if (draining && calls.isEmpty()) {
            drained.complete(null);
        }
        return mine;
    }

    /** Tells a call something, if it runs. */
    void tell(String callSid, Consumer<Call> news) {
        Live live = calls.get(callSid);
        if (live != null) {
            live.tell(news);
        }
    }

    void tellAll(Consumer<Call> news) {
        calls.values().forEach(live -> live.tell(news));
    }

    boolean isDraining() {
        return draining;
    }

    /** No call begins any more; what is returned comes when the last one has ended. */
    CompletableFuture<Void> drain() {
        draining = true;
        if (calls.isEmpty()) {
            drained.complete(null);
        }
        return drained;
    }
}
