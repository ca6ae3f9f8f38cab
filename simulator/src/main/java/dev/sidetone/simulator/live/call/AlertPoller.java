package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.bridge.twilio.rest.TwilioAlerts;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls for Twilio's alerts on one call after its end, because they arrive some seconds late, and then closes the call's recording. Runs
 * on a thread of its own; {@link CallFollowUp} owns it.
 */
final class AlertPoller implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertPoller.class);
    private static final long S_NS = 1_000_000_000L;
    private static final long PERIOD_NS = 50_000_000L;
    /** The times of the requests, after the end of the call. */
    private static final List<Long> POLLS_NS = List.of(2 * S_NS, 5 * S_NS, 15 * S_NS);
    /** A session that ends waits for the first two requests only. */
    private static final long LEAVING_NS = 5 * S_NS;

    private final MonitoredCall call;
    private final HeldOpenSpool spool;
    private final TwilioAlerts alerts;
    private final NanoClock clock;
    private final CountDownLatch done = new CountDownLatch(1);
    /** The time for which polling goes on after the call's end. */
    private volatile long limitNs = Long.MAX_VALUE;

    private AlertPoller(MonitoredCall call, HeldOpenSpool spool, TwilioAlerts alerts, NanoClock clock) {
        this.call = call;
        this.spool = spool;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Starts a thread that waits for the end of {@code call} and then polls. */
    static AlertPoller start(MonitoredCall call, HeldOpenSpool spool, TwilioAlerts alerts, NanoClock clock) {
        AlertPoller poller = new AlertPoller(call, spool, alerts, clock);
        Thread thread = new Thread(poller, "alerts");
        thread.setDaemon(true);
        thread.start();
        return poller;
    }

    @Override
    public void run() {
        try {
            while (!call.isOver()) {
                Park.forNs(PERIOD_NS);
            }
            long endedNs = clock.nowNs();
            for (long pollNs : POLLS_NS) {
                waitUntil(endedNs, pollNs);
                poll();
                if (clock.nowNs() - endedNs >= limitNs) {
                    break;
                }
            }
            complete();
        } finally {
            done.countDown();
        }
    }

    private void waitUntil(long endedNs, long pollNs) {
        long passedNs = clock.nowNs() - endedNs;
        while (passedNs < pollNs && passedNs < limitNs) {
            Park.forNs(PERIOD_NS);
            passedNs = clock.nowNs() - endedNs;
        }
    }

    private void poll() {
        try {
            for (TwilioAlert alert : alerts.of(call.callSid(), call.startedAt())) {
                call.addAlert(alert, clock.nowNs());
            }
        } catch (TwilioApiException trouble) {
            call.addNote("Twilio's alerts could not be read: " + trouble.what());
        } catch (RuntimeException e) {
            // The recording must be closed all the same.
            call.addNote("Twilio's alerts could not be read: " + e.getMessage());
        }
    }

    private void complete() {
        call.complete();
        try {
            spool.closeWith(call.alerts(), call.result());
        } catch (IOException e) {
            call.loseRecording(String.valueOf(e.getMessage()), clock.nowNs());
        }
    }

    /** The session ends: stops 5 s after the call's end at the latest. */
    void leave() {
        limitNs = Math.min(limitNs, LEAVING_NS);
    }

    /** Stops after the next request, which is made at once. */
    void hurry() {
        limitNs = 0;
    }

    /** Returns true once the recording is closed. */
    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Waits until the recording is closed, at most {@code mostMs}. */
    void await(long mostMs) {
        try {
            boolean inTime = done.await(mostMs, TimeUnit.MILLISECONDS);
            if (!inTime) {
                LOG.debug("{}: Twilio's alerts are not waited for any longer", call.callSid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
