package dev.sidetone.simulator.line;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.loop.LineThread;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.SocketNetwork;
import dev.sidetone.simulator.line.net.Trust;
import dev.sidetone.simulator.line.plan.CallPlan;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.FactSink;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Twilio's part of every call of this process, towards any server: one line thread that owns all calls, and the sockets to the servers.
 * For any thread.
 */
public final class FakeTwilio implements AutoCloseable {
    private static final long GOODBYE_MS = 2_000;
    private static final long CUT_MS = 1_000;

    private final Clock wallClock;
    private final SpokenWords words;
    private final Network network;
    private final LineThread thread;
    private final Set<LineCall> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** A line with real sockets in real time, whose {@code <Say>} is spoken by {@code words}. */
    public FakeTwilio(SpokenWords words) {
        this(words, Trust.publicAuthorities());
    }

    /** The same, believing the certificates that {@code trust} does. */
    @WallClock("a call's start, for people to read")
    public FakeTwilio(SpokenWords words, Trust trust) {
        this(words, NanoClock.system(), Clock.systemUTC(), new SocketNetwork(NanoClock.system(), trust));
    }

    FakeTwilio(SpokenWords words, NanoClock nanos, Clock wallClock, Network network) {
        this.words = words;
        this.wallClock = wallClock;
        this.network = network;
        this.thread = new LineThread(nanos);
        thread.loop().arrive(nanos.nowNs(), WarmUp::once);
        thread.start();
    }

    /**
     * Places a call. The caller is called on the line thread only; {@code facts} gets everything that happens, from
     * {@code CallPlaced} to {@code CallEnded}, also when no call comes about.
     *
     * @throws IllegalStateException when the line is closed
     */
    public PlacedCall placeCall(CallPlan plan, Caller caller, FactSink facts) {
        if (closed) {
            throw new IllegalStateException("the line is closed");
        }
        LineCall call = new LineCall(plan, caller, facts, thread.loop(), network, words);
        calls.add(call);
        call.outcome().whenComplete((outcome, failure) -> calls.remove(call));
        call.place(wallClock.instant(), caller.knowsItsEdges());
        return new PlacedCall(call);
    }

    /** Hangs up every call, in peace if the servers let us, and waits until no thread and no socket is left. Not on the line thread. */
    @Override
    public void close() {
        closed = true;
        calls.forEach(call -> call.hangUpFromOutside(EndedBy.CALLER, "the line was closed"));
        if (!awaitEnds(GOODBYE_MS)) {
            calls.forEach(call -> call.abandon("the line was closed"));
            awaitEnds(CUT_MS);
        }
        thread.close();
        network.close();
    }

    private boolean awaitEnds(long mostMs) {
        CompletableFuture<?>[] ends =
                calls.stream().map(call -> call.outcome().toCompletableFuture()).toArray(CompletableFuture<?>[]::new);

        try {
            CompletableFuture.allOf(ends).get(mostMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
