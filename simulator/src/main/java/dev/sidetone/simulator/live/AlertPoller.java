package dev.sidetone.simulator.live;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.bridge.twilio.rest.TwilioAlerts;
import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Twilio has to say of a call that is over. It comes some seconds late, so it is asked for a few times, on a thread of its own;
 * whoever leaves waits for less of it.
 */
final class AlertPoller implements Runnable {
    private static final long S_NS = 1_000_000_000L;
    private static final long LOOK_NS = 50_000_000L;
    /** After the end of the call. */
    private static final List<Long> LOOKS_NS = List.of(2 * S_NS, 5 * S_NS, 15 * S_NS);
    /** Whoever leaves waits for the first looks only. */
    private static final long LEAVING_NS = 5 * S_NS;

    private final DeskCall call;
    private final TwilioAlerts alerts;
    private final NanoClock clock;
    private final Runnable complete;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long patienceNs = Long.MAX_VALUE;

    /** @param complete runs when Twilio has said what it has to say */
    AlertPoller(DeskCall call, TwilioAlerts alerts, NanoClock clock, Runnable complete) {
        this.call = call;
        this.alerts = alerts;
        this.clock = clock;
        this.complete = complete;
    }

    /** Follows {@code call} from now on. */
    static AlertPoller of(DeskCall call, TwilioAlerts alerts, NanoClock clock, Runnable complete) {
        AlertPoller word = new AlertPoller(call, alerts, clock, complete);
        Thread thread = new Thread(word, "alerts");
        thread.setDaemon(true);
        thread.start();
        return word;
    }

    @Override
    public void run() {
        try {
            while (!call.isOver()) {
                Park.forNs(LOOK_NS);
            }
            long endedNs = clock.nowNs();
            for (long lookNs : LOOKS_NS) {
                waitUntil(endedNs, lookNs);
                look();
                if (clock.nowNs() - endedNs >= patienceNs) {
                    break;
                }
            }
            complete.run();
        } finally {
            done.countDown();
        }
    }

    private void waitUntil(long endedNs, long lookNs) {
        long passedNs = clock.nowNs() - endedNs;
        while (passedNs < lookNs && passedNs < patienceNs) {
            Park.forNs(LOOK_NS);
            passedNs = clock.nowNs() - endedNs;
        }
    }

    private void look() {
        try {
            for (TwilioAlert alert : alerts.of(call.callSid(), call.startedAt())) {
                call.alerted(alert, clock.nowNs());
            }
        } catch (TwilioApiException trouble) {
            call.note("Twilio's alerts could not be read: " + trouble.what());
        } catch (RuntimeException e) {
            // The recording is put away all the same.
            call.note("Twilio's alerts could not be read: " + e.getMessage());
        }
    }

    /** Everything ends soon: what comes very late is not waited for. */
    void leave() {
        patienceNs = Math.min(patienceNs, LEAVING_NS);
    }

    /** Everything ends now: one look is left. */
    void hurry() {
        patienceNs = 0;
    }

    /** Whether all is put away. */
    boolean isSaid() {
        return done.getCount() == 0;
    }

    /** Whether all is put away, after {@code mostMs} at the latest. */
    boolean await(long mostMs) {
        try {
            return done.await(mostMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
