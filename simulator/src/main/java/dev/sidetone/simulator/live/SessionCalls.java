package dev.sidetone.simulator.live;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioAlerts;
import dev.sidetone.simulator.live.call.BridgeMonitor;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.call.MonitoredCall;
import dev.sidetone.simulator.live.call.Rates;
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
final class SessionCalls implements AutoCloseable {
    /** Twilio's last words are waited for, and so is its answer. */
    private static final long LAST_LOOK_MS = 12_000;

    private final NanoClock clock = NanoClock.system();
    private final @Nullable Rates rates;
    private final TwilioAlerts alerts;
    private final Supplier<Spool> recordings;
    private final Consumer<LiveCall> began;
    private final Map<String, HeldOpenSpool> spools = new ConcurrentHashMap<>();
    private final List<AlertPoller> words = new CopyOnWriteArrayList<>();
    private final BridgeMonitor calls;

    /**
     * @param agent whom a call that begins now talks to
     * @param recordings where each call is kept
     * @param began hears of each call
     */
    SessionCalls(
            LiveConfig terms,
            TwilioAlerts alerts,
            Supplier<BridgeConfig.Agent> agent,
            Supplier<Spool> recordings,
            Consumer<LiveCall> began) {
        this.rates = terms.rates();
        this.alerts = alerts;
        this.recordings = recordings;
        this.began = began;
        this.calls = new BridgeMonitor(clock, agent, this::spool, this::begins);
    }

    /** Hears what the bridge tells. */
    BridgeMonitor watch() {
        return calls;
    }

    private Spool spool() {
        return new HeldOpenSpool(recordings.get(), spools::put);
    }

    private void begins(MonitoredCall call) {
        words.removeIf(AlertPoller::isSaid);
        DeskCall mine = new DeskCall(call, new CostMeter(rates), clock);
        words.add(AlertPoller.of(mine, alerts, clock, () -> mine.putAway(spools.remove(call.callSid()))));
        began.accept(mine);
    }

    /** Who ends the call from here on, or null for whoever it turns out to be. */
    void endsBy(String callSid, @Nullable EndedBy who) {
        MonitoredCall call = calls.find(callSid);
        if (call != null) {
            call.endsBy(who);
        }
    }

    /** Somebody at this desk has put the caller through. */
    void putThrough(String callSid, String to) {
        MonitoredCall call = calls.find(callSid);
        if (call != null) {
            call.putThrough(to, clock.nowNs());
        }
    }

    /** Nobody waits for Twilio's last words any more. */
    void hurry() {
        words.forEach(AlertPoller::hurry);
    }

    /** Takes down what there is and asks Twilio one last time. The bridge must have no calls any more. */
    @Override
    public void close() {
        calls.close();
        words.forEach(AlertPoller::leave);
        long untilNs = clock.nowNs() + LAST_LOOK_MS * 1_000_000L;
        for (AlertPoller word : words) {
            word.await(Math.max(0, (untilNs - clock.nowNs()) / 1_000_000L));
        }
    }
}
