package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.Pickup;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Picks up the calls that servers place through the REST API, each with a timeline of its own. For any thread. */
final class OutboundPickups {
    private final Map<String, FactSink> calls;
    private final NanoClock clock;

    /** @param calls takes the facts of each call under its CallSid while it lasts */
    OutboundPickups(Map<String, FactSink> calls, NanoClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** {@code caller} picks up, seen by nobody; busy for null. */
    Pickup.RingResult by(@Nullable Caller caller) {
        if (caller == null) {
            return Pickup.RingResult.none(ReleaseCause.BUSY);
        }
        CallTimeline timeline = timeline(Spool.NONE);
        return Pickup.RingResult.by(caller, new CallSidRegistration(timeline, calls), placed -> {
            RigCall call = new RigCall(placed, timeline, clock);
            placed.outcome().whenComplete((outcome, failure) -> {
                calls.remove(placed.callSid());
                call.stop();
            });
        });
    }

    /** Somebody decides while it rings; busy for null. */
    Pickup.RingResult ringing(@Nullable Ringing telephone) {
        if (telephone == null) {
            return Pickup.RingResult.none(ReleaseCause.BUSY);
        }
        CallTimeline timeline = timeline(telephone.spool());
        timeline.listen(telephone.listener());
        CallSidRegistration facts = new CallSidRegistration(timeline, calls);
        return Pickup.RingResult.undecided(
                telephone.caller(),
                facts,
                placed -> telephone.placed().accept(rung(placed, timeline)),
                telephone.decision());
    }

    private RigCall rung(TwilioCall placed, CallTimeline timeline) {
        placed.outcome().whenComplete((outcome, failure) -> calls.remove(placed.callSid()));
        return new RigCall(placed, timeline, clock);
    }

    /** A call's timeline, with all checks. */
    static CallTimeline timeline(Spool spool) {
        return new CallTimeline(SidetoneVersion.TEXT, spool, Checks.forOneCall(PracticeAgentSounds.known()));
    }
}
