package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.ReleaseCause;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places the calls that servers ask for: each is entered at once, then picked up on a thread that may wait. For any thread. */
final class OutboundCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboundCalls.class);
    private static final String OUTBOUND = Direction.OUTBOUND_API.word();
    private static final TwimlSource.Fetched INLINE = new TwimlSource.Fetched(TwimlSource.Inline.URL, "POST");

    private final CallStore calls;
    private final FakeTwilio twilio;
    private final ExecutorService ringing = Executors.newSingleThreadExecutor(OutboundCalls::thread);
    private volatile CallPlan plan;
    private volatile Pickup pickup = call -> Pickup.RingResult.none(ReleaseCause.NO_ANSWER);

    OutboundCalls(FakeTwilio twilio, CallStore calls, CallPlan plan) {
        this.twilio = twilio;
        this.calls = calls;
        this.plan = plan;
    }

    /** Calls are placed like {@code like}, from now on, and picked up by {@code whom}. */
    void connect(CallPlan like, Pickup whom) {
        plan = like;
        pickup = whom;
    }

    /** Places a call, which is recorded before this returns. */
    CallRecord dial(OutboundCall call) {
        CallPlan placed = plan(call, ThreadLocalRandom.current().nextLong());
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
        ringing.shutdownNow();
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
