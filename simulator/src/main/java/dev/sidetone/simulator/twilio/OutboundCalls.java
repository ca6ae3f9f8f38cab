package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Direction;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.plan.Sids;
import dev.sidetone.simulator.twilio.rest.CallRecord;
import dev.sidetone.simulator.twilio.rest.CallStore;
import dev.sidetone.simulator.twilio.rest.MagicNumbers;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places the calls that servers ask for: each is entered at once, then picked up where that may wait. For any thread. */
final class OutboundCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboundCalls.class);
    private static final String OUTBOUND = Direction.OUTBOUND_API.word();
    private static final TwimlSource.Fetched INLINE = new TwimlSource.Fetched(TwimlSource.Inline.URL, "POST");

    private final CallStore calls;
    private final FakeTwilio twilio;
    private final Executor ringing;
    private final Runnable stop;
    private final LongSupplier seeds;
    private volatile CallPlan plan;
    private volatile Pickup pickup = call -> Pickup.RingResult.none(ReleaseCause.NO_ANSWER);

    /** Calls are picked up on a thread of their own. */
    static OutboundCalls onAThread(FakeTwilio twilio, CallStore calls) {
        ExecutorService thread = Executors.newSingleThreadExecutor(OutboundCalls::thread);
        return new OutboundCalls(twilio, calls, thread, thread::shutdownNow, () -> ThreadLocalRandom.current()
                .nextLong());
    }

    /** Calls are picked up on {@code line}, where nothing may wait, and are the same in every run. */
    static OutboundCalls onTheLine(FakeTwilio twilio, CallStore calls, LineLoop line) {
        Executor arriving = ring -> line.arrive(line.nowNs(), ring);
        return new OutboundCalls(twilio, calls, arriving, () -> {}, new Random(1)::nextLong);
    }

    private OutboundCalls(FakeTwilio twilio, CallStore calls, Executor ringing, Runnable stop, LongSupplier seeds) {
        this.twilio = twilio;
        this.calls = calls;
        this.ringing = ringing;
        this.stop = stop;
        this.seeds = seeds;
        this.plan = CallPlan.to(TwimlSource.Inline.URL);
    }

    /** Calls are placed like {@code like}, from now on, and picked up by {@code whom}. */
    void connect(CallPlan like, Pickup whom) {
        plan = like;
        pickup = whom;
    }

    /** Places a call, which is recorded before this returns. */
    CallRecord dial(OutboundCall call) {
        CallPlan placed = plan(call, seeds.getAsLong());
        // A call's own SID is the first thing that it draws.
        String sid = new Sids(new Random(placed.seed())).call();
        PendingCall live = new PendingCall();
        CallRecord.Call named = new CallRecord.Call(sid, placed.accountSid(), call.from(), call.to(), OUTBOUND);
        CallRecord entry = calls.enter(named, live);
        ringing.execute(() -> twilio.placeOutbound(placed, call, ring(call), entry, live));
        return entry;
    }

    @Override
    public void close() {
        stop.run();
    }

    private Pickup.RingResult ring(OutboundCall call) {
        ReleaseCause ending = MagicNumbers.ending(call.to());
        if (ending != null) {
            return Pickup.RingResult.none(ending);
        }
        try {
            return pickup.ring(call);
        } catch (RuntimeException e) {
            LOG.warn("nobody could pick up: {}", e.toString());
            return Pickup.RingResult.none(ReleaseCause.FAILED);
        }
    }

    private CallPlan plan(OutboundCall call, long seed) {
        TwimlSource.Fetched first = call.first() instanceof TwimlSource.Fetched fetched ? fetched : INLINE;
        NumberSetup setup = NumberSetup.PLAIN.asking(first.method()).fallingBackTo(call.fallback());
        OutboundCall.Callback callback = call.callback();
        return plan.asking(first.url())
                .between(call.from(), call.to())
                .outbound()
                .having(
                        callback == null
                                ? setup
                                : setup.withCallback(callback.url(), callback.method(), callback.events()))
                .seeded(seed);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sidetone-pickup");
        thread.setDaemon(true);
        return thread;
    }
}
