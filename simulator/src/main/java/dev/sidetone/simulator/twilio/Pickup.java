package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.line.stream.DiscardedFacts;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers the calls that a server places through the REST API. */
@FunctionalInterface
public interface Pickup {
    /** The usual time that a telephone rings before it is picked up. */
    Duration RINGS = Duration.ofSeconds(1);

    /** Answers a call, or does not. On a thread of its own, one call after the other; may take its time. */
    RingResult ring(OutboundCall call);

    /**
     * The result of ringing somebody.
     *
     * @param ending null when somebody picks up, else the cause for which nobody does
     * @param caller speaks and hears
     * @param facts takes the call's facts
     * @param after the time that it rings before that
     * @param placed takes the call as soon as it is placed
     */
    record RingResult(
            @Nullable ReleaseCause ending, Caller caller, FactSink facts, Duration after, Consumer<TwilioCall> placed) {

        /** {@code caller} picks up. */
        public static RingResult by(Caller caller, FactSink facts, Consumer<TwilioCall> placed) {
            return new RingResult(null, caller, facts, RINGS, placed);
        }

        /** Nobody picks up. */
        public static RingResult none(ReleaseCause ending) {
            return new RingResult(ending, new SilentCaller(), new DiscardedFacts(), RINGS, placed -> {});
        }
    }
}
