package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.WallClock;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.loop.LineThread;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.SocketNetwork;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.CallRecord;
import dev.sidetone.simulator.twilio.rest.CallStore;
import dev.sidetone.simulator.twilio.rest.NumberStore;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import dev.sidetone.simulator.twilio.rest.RestApi;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import dev.sidetone.simulator.twilio.twiml.SayVoice;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fake Twilio: places calls to any server, on one line thread that owns them all, and serves Twilio's REST API for them.
 * For any thread.
 */
public final class FakeTwilio implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long PEACEFUL_END_MS = 2_000;
    private static final long CUT_MS = 1_000;

    private final Clock wallClock;
    private final SayVoice voice;
    private final Network network;
    private final LineLoop line;
    private final Runnable stop;
    private final Set<TwilioCall> calls = ConcurrentHashMap.newKeySet();
    private final CallStore records;
    private final NumberStore numbers;
    private final OutboundCalls outbound;
    private volatile SocketRuntime.@Nullable Listening rest;
    private volatile boolean closed;

    /** A line with real sockets in real time, whose {@code <Say>} is spoken by {@code voice}. */
    public FakeTwilio(SayVoice voice) {
        this(voice, TrustedCertificates.publicAuthorities());
    }

    /** The same, with the certificates that {@code trust} accepts. */
    @WallClock("a call's start, for people to read")
    public FakeTwilio(SayVoice voice, TrustedCertificates trust) {
        this(voice, NanoClock.system(), Clock.systemUTC(), new SocketNetwork(NanoClock.system(), trust));
    }

    FakeTwilio(SayVoice voice, NanoClock nanos, Clock wallClock, Network network) {
        this(voice, new LineThread(nanos), wallClock, network);
    }

    private FakeTwilio(SayVoice voice, LineThread thread, Clock wallClock, Network network) {
        this(voice, thread.loop(), thread::close, OutboundCalls::onAThread, wallClock, network);
        line.arrive(line.nowNs(), WarmUp::once);
        thread.start();
    }

    /** A line without a thread of its own: whoever owns {@code line} runs it, for example in manual time. */
    public FakeTwilio(SayVoice voice, LineLoop line, Clock wallClock, Network network) {
        this(
                voice,
                line,
                () -> {},
                (twilio, records) -> OutboundCalls.onTheLine(twilio, records, line),
                wallClock,
                network);
    }

    private FakeTwilio(
            SayVoice voice,
            LineLoop line,
            Runnable stop,
            BiFunction<FakeTwilio, CallStore, OutboundCalls> outbound,
            Clock wallClock,
            Network network) {
        this.voice = voice;
        this.line = line;
        this.stop = stop;
        this.wallClock = wallClock;
        this.network = network;
        this.records = new CallStore(wallClock);
        this.numbers = new NumberStore(wallClock);
        this.outbound = outbound.apply(this, records);
    }

    /**
     * Places a call. The caller is called on the line thread only; {@code facts} gets everything that happens, from
     * {@code CallPlaced} to {@code CallEnded}, also when no call comes about.
     *
     * @throws IllegalStateException when the line is closed
     */
    public TwilioCall placeCall(CallPlan plan, Caller caller, FactSink facts) {
        TwilioCall call = made(plan, caller, facts);
        CallRecord.Call named =
                new CallRecord.Call(call.callSid(), plan.accountSid(), plan.from(), plan.number(), "inbound");
        numbers.own(plan.number(), plan.webhook().toString());
        call.keep(records.enter(named, call));
        return placed(call, caller);
    }

    /** Places a call of which the REST API never knows, nor of its number. */
    public TwilioCall rehearse(CallPlan plan, Caller caller, FactSink facts) {
        return placed(made(plan, caller, facts), caller);
    }

    private TwilioCall made(CallPlan plan, Caller caller, FactSink facts) {
        if (closed) {
            throw new IllegalStateException("the line is closed");
        }
        return new TwilioCall(plan, caller, facts, line, network, voice);
    }

    private TwilioCall placed(TwilioCall call, Caller caller) {
        take(call);
        call.place(wallClock.instant(), caller.knowsItsEdges());
        return call;
    }

    /**
     * Serves Twilio's REST API for the calls of this line, until it is closed.
     *
     * @throws IOException when the port cannot be had
     */
    public void serveRest(SocketRuntime web, RestSetup setup) throws IOException {
        serveRest(web, setup, site -> site);
    }

    /** The same with {@code around} in front of it, which may listen or answer in its place. */
    public void serveRest(SocketRuntime web, RestSetup setup, UnaryOperator<RequestHandler> around) throws IOException {
        rest = web.listen(LOOPBACK, setup.port(), 1, around.apply(restApi(setup)));
    }

    /** Twilio's REST API for the calls of this line, for a server of the caller's. */
    public RequestHandler restApi(RestSetup setup) {
        setup.numbers().forEach(numbers::add);
        return new RestApi(setup, records, numbers, outbound::dial);
    }

    /** The settings of one of the account's numbers now, by the REST API's names; null when the account does not have it. */
    public @Nullable Map<String, String> settings(String number) {
        return numbers.settings(number);
    }

    /**
     * Dials one of the account's numbers: the webhooks that are set for it at this moment are requested, as Twilio would.
     *
     * @param like the account and the kind of line; its webhook is not used
     * @throws IllegalStateException when nothing answers the number; the message states the reason
     */
    public TwilioCall ring(String from, String number, CallPlan like, Caller caller, FactSink facts) {
        return placeCall(numbers.rung(from, number, like), caller, facts);
    }

    /** The URL that stands in for {@code https://api.twilio.com}, or null while the API is not served. */
    public @Nullable URI restUrl() {
        SocketRuntime.Listening listening = rest;
        return listening == null ? null : URI.create("http://" + LOOPBACK + ":" + listening.port());
    }

    /** Calls that a server places through the REST API are made like {@code plan}, and {@code pickup} answers them. */
    public void answerOutbound(CallPlan plan, Pickup pickup) {
        outbound.connect(plan, pickup);
    }

    /** Places a call that a server asked for and that is recorded already. */
    void placeOutbound(
            CallPlan plan, OutboundCall wanted, Pickup.RingResult answer, CallRecord entry, PendingCall dialled) {
        TwilioCall call = new TwilioCall(plan, answer.caller(), answer.facts(), line, network, voice);
        call.keep(entry);
        take(call);
        dialled.placed(call);
        call.placeOutbound(wallClock.instant(), wanted, answer);
        answer.placed().accept(call);
    }

    private void take(TwilioCall call) {
        calls.add(call);
        call.outcome().whenComplete((outcome, failure) -> calls.remove(call));
    }

    /** Hangs up every call, in peace if the servers allow it, and waits until no thread and no socket is left. Not on the line thread. */
    @Override
    public void close() {
        closed = true;
        SocketRuntime.Listening listening = rest;
        if (listening != null) {
            listening.close();
        }
        outbound.close();
        calls.forEach(call -> call.hangUp(EndedBy.CALLER, "the line was closed"));
        if (!awaitEnds(PEACEFUL_END_MS)) {
            calls.forEach(call -> call.abandon("the line was closed"));
            awaitEnds(CUT_MS);
        }
        stop.run();
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
