package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** Sees everything that happens in one call, at both ends of its stream, the moment that it happens. */
interface Witness {
    /** Something happened on the line, or the bridge reported it to the call's timeline. */
    default void fact(Fact fact) {}

    /** A tick of the line. */
    default void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {}

    /** Something happened in the bridge. */
    default void event(CallEvent event) {}

    /** The bridge read a message of Twilio's. */
    default void read(FromTwilio message) {}

    /** The bridge sent Twilio a message. */
    default void sent(ToTwilio message) {}

    /** The bridge's part in the call is over. */
    default void bridgeEnded(StreamEnding ending) {}

    /** The caller wants to hang up. */
    default void callerHangsUp() {}

    /** A {@code <Gather>} was over, with these keys; with null where its action was not asked. */
    default void gathered(@Nullable String digits) {}

    /** The server that placed the call is told its status. */
    default void told(String sequence, String status) {}

    /** The call is over, its sockets are closed, and its timeline has its result. */
    default void over(SimulatedCall call) {}
}
