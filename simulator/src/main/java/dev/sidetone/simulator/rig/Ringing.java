package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.Pickup;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A telephone that rings because a server called its number.
 *
 * @param caller who is on the line if somebody picks up
 * @param decision comes while it rings, on any thread
 * @param spool the place for the call's facts and sound
 * @param listener takes every fact in order, on the timeline's thread
 * @param placed takes the call, which rings from then on
 */
public record Ringing(
        Caller caller,
        CompletionStage<Pickup.Decision> decision,
        Spool spool,
        Consumer<Fact> listener,
        Consumer<RigCall> placed) {}
