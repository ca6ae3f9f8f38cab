package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.rest.CallStatus;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who picks up the calls that a server places through the REST API. */
@FunctionalInterface
public interface Pickup {
    /** How long a telephone rings before it is taken up, if nobody says otherwise. */
    Duration RINGS = Duration.ofSeconds(1);

    /** Answers a call, or does not. On a thread of its own, one call after the other; may take its time. */
    Answer ring(OutboundCall call);

    /**
     * What comes of the ringing.
     *
     * @param ending null when somebody picks up, else how the call ends: busy, no-answer or failed
     * @param caller who speaks and hears
     * @param facts where the call's facts go
     * @param after how long it rings before that
     * @param placed gets the call as soon as it is placed
     */
    record Answer(
            @Nullable CallStatus ending, Caller caller, FactSink facts, Duration after, Consumer<PlacedCall> placed) {

        /** {@code caller} picks up. */
        public static Answer by(Caller caller, FactSink facts, Consumer<PlacedCall> placed) {
            return new Answer(null, caller, facts, RINGS, placed);
        }

        /** SilentCaller does. */
        public static Answer none(CallStatus ending) {
            return new Answer(ending, new SilentCaller(), new DiscardedFacts(), RINGS, placed -> {});
        }
    }
}
