package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.TimelinePump;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.util.concurrent.ExecutionException;

/** A call that was placed, with the timeline that takes it down. For any thread; {@link #await} by one. */
public final class RigCall {
    private final TwilioCall placed;
    private final CallTimeline timeline;
    private final NanoClock clock;
    private final TimelinePump pump;
    private final Thread pumping;

    RigCall(TwilioCall placed, CallTimeline timeline, NanoClock clock) {
        this.placed = placed;
        this.timeline = timeline;
        this.clock = clock;
        this.pump = new TimelinePump(timeline, clock, Park::forNs);
        this.pumping = new Thread(pump, "timeline");
        pumping.setDaemon(true);
        pumping.start();
    }

    /** What has happened so far, for whoever watches. */
    public CallTimeline timeline() {
        return timeline;
    }

    /** Puts down what was found out about the server beside the call. */
    void found(Finding finding) {
        timeline.add(finding.at(clock.nowNs()));
    }

    /** Hangs up for the caller. */
    public void hangUp(String why) {
        placed.hangUp(EndedBy.CALLER, why);
    }

    /** Waits for the end; returns how it came out. */
    public CallOutcome await() throws CannotRun {
        try {
            return placed.outcome().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new CannotRun("the call broke off inside Sidetone: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("the call was interrupted", e);
        } finally {
            pump.stop();
        }
    }

    /** Takes nothing down any more, of a call that nobody awaits. */
    void stop() {
        pump.stop();
    }

    /** Everything in numbers. After {@link #await}. */
    public CallResult close() throws CannotRun {
        try {
            pumping.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("the call was interrupted", e);
        }
        return timeline.close(clock.nowNs());
    }
}
