package dev.sidetone.simulator.live;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioAlerts;
import dev.sidetone.simulator.live.call.BridgedCall;
import dev.sidetone.simulator.live.call.BridgedCalls;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Spool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of one session, from their first ring to Twilio's last word about them. For any thread. */
final class LiveBook implements AutoCloseable {
    /** Twilio's last words are waited for, and so is its answer. */
    private static final long LAST_LOOK_MS = 12_000;

    private final NanoClock clock = NanoClock.system();
    private final @Nullable Rates rates;
    private final TwilioAlerts alerts;
    private final Supplier<Spool> recordings;
    private final Consumer<LiveCall> began;
    private final Map<String, LiveSpool> spools = new ConcurrentHashMap<>();
    private final List<LastWord> words = new CopyOnWriteArrayList<>();
    private final BridgedCalls calls;

    /**
     * @param agent whom a call that begins now talks to
     * @param recordings where each call is kept
     * @param began hears of each call
     */
    LiveBook(
            LiveTerms terms,
            TwilioAlerts alerts,
            Supplier<BridgeConfig.Agent> agent,
            Supplier<Spool> recordings,
            Consumer<LiveCall> began) {
        this.rates = terms.rates();
        this.alerts = alerts;
        this.recordings = recordings;
        this.began = began;
        this.calls = new BridgedCalls(clock, agent, this::spool, this::begins);
    }

    /** Hears what the bridge tells. */
    BridgedCalls watch() {
        return calls;
    }

    private Spool spool() {
        return new LiveSpool(recordings.get(), spools::put);
    }

    private void begins(BridgedCall call) {
        words.removeIf(LastWord::isSaid);
        DeskCall mine = new DeskCall(call, new CostMeter(rates), clock);
        words.add(LastWord.of(mine, alerts, clock, () -> mine.putAway(spools.remove(call.callSid()))));
        began.accept(mine);
    }

    /** Who ends the call from here on, or null for whoever it turns out to be. */
    void endsBy(String callSid, @Nullable EndedBy who) {
        BridgedCall call = calls.find(callSid);
        if (call != null) {
            call.endsBy(who);
        }
    }

    /** Somebody at this desk has put the caller through. */
    void putThrough(String callSid, String to) {
        BridgedCall call = calls.find(callSid);
        if (call != null) {
            call.putThrough(to, clock.nowNs());
        }
    }

    /** Nobody waits for Twilio's last words any more. */
    void hurry() {
        words.forEach(LastWord::hurry);
    }

    /** Takes down what there is and asks Twilio one last time. The bridge must have no calls any more. */
    @Override
    public void close() {
        calls.close();
        words.forEach(LastWord::leave);
        long untilNs = clock.nowNs() + LAST_LOOK_MS * 1_000_000L;
        for (LastWord word : words) {
            word.await(Math.max(0, (untilNs - clock.nowNs()) / 1_000_000L));
        }
    }
}
