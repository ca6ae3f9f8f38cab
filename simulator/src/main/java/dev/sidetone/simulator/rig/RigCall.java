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

/** A call that a rig placed, with its timeline. For any thread; {@link #await} by one. */
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

    /** The timeline, which grows while the call lasts. */
    public CallTimeline timeline() {
        return timeline;
    }

    /** Adds a finding about the server that was made outside the call. */
    public void found(Finding finding) {
        timeline.add(finding.at(clock.nowNs()));
    }

    /** Hangs up for the caller. */
    public void hangUp(String why) {
        placed.hangUp(EndedBy.CALLER, why);
    }

    /** Waits for the end of the call. */
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

    /** Stops the timeline of a call that nobody awaits. */
    void stop() {
        pump.stop();
    }

    /** The final result. After {@link #await}. */
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
