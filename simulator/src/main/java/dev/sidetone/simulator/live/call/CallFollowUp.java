package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.TwilioAlerts;
import dev.sidetone.simulator.timeline.Spool;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Fetches Twilio's alerts on the calls of one session once they are over, and then closes their recordings. Owned by the session; for any
 * thread.
 */
public final class CallFollowUp implements AutoCloseable {
    /** The last requests for alerts are waited for, and Twilio may take some seconds to answer them. */
    private static final long MOST_WAIT_MS = 12_000;

    private final NanoClock clock;
    private final TwilioAlerts alerts;
    private final Supplier<Spool> recordings;
    private final Map<String, HeldOpenSpool> spools = new ConcurrentHashMap<>();
    private final List<AlertPoller> pollers = new CopyOnWriteArrayList<>();

    /** @param recordings creates the recording of a call */
    public CallFollowUp(NanoClock clock, TwilioAlerts alerts, Supplier<Spool> recordings) {
        this.clock = clock;
        this.alerts = alerts;
        this.recordings = recordings;
    }

    /** The recording of a new call, for {@link BridgeMonitor}. */
    public Spool spool(String callSid) {
        HeldOpenSpool spool = new HeldOpenSpool(recordings.get());
        spools.put(callSid, spool);
        return spool;
    }

    /** Starts to poll for the alerts of {@code call}, which has just begun. */
    public void follow(MonitoredCall call) {
        pollers.removeIf(AlertPoller::isDone);
        HeldOpenSpool spool = Objects.requireNonNull(spools.remove(call.callSid()), "the call's recording");
        pollers.add(AlertPoller.start(call, spool, alerts, clock));
    }

    /** Fetches the alerts of ended calls once more at once, and then no more. */
    public void hurry() {
        pollers.forEach(AlertPoller::hurry);
    }

    /** Waits for the last alerts, at most 12 s. All calls must be over. */
    @Override
    public void close() {
        pollers.forEach(AlertPoller::leave);
        long untilNs = clock.nowNs() + MOST_WAIT_MS * 1_000_000L;
        for (AlertPoller poller : pollers) {
            poller.await(Math.max(0, (untilNs - clock.nowNs()) / 1_000_000L));
        }
    }
}
