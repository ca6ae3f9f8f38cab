package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.line.stream.DiscardedFacts;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
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
     * What somebody decided whose telephone rings.
     *
     * @param ending the cause for which nobody picks up; null for picking up
     */
    record Decision(@Nullable ReleaseCause ending) {
        /** Picks up. */
        public static final Decision PICKS_UP = new Decision(null);
    }

    /**
     * The result of ringing somebody.
     *
     * @param ending null when somebody picks up, else the cause for which nobody does
     * @param caller speaks and hears
     * @param facts takes the call's facts
     * @param after the time that it rings before that
     * @param placed takes the call as soon as it is placed
     * @param decision comes while it rings, and stands above {@code ending} and {@code after}; null if both are known already
     */
    record RingResult(
            @Nullable ReleaseCause ending,
            Caller caller,
            FactSink facts,
            Duration after,
            Consumer<TwilioCall> placed,
            @Nullable CompletionStage<Decision> decision) {

        /** What is known before it rings. */
        public RingResult(
                @Nullable ReleaseCause ending,
                Caller caller,
                FactSink facts,
                Duration after,
                Consumer<TwilioCall> placed) {
            this(ending, caller, facts, after, placed, null);
        }

        /** {@code caller} picks up. */
        public static RingResult by(Caller caller, FactSink facts, Consumer<TwilioCall> placed) {
            return new RingResult(null, caller, facts, RINGS, placed);
        }

        /** It rings until {@code decision} says whether {@code caller} picks up, or until it has rung long enough. */
        public static RingResult undecided(
                Caller caller, FactSink facts, Consumer<TwilioCall> placed, CompletionStage<Decision> decision) {
            return new RingResult(null, caller, facts, RINGS, placed, decision);
        }

        /** Nobody picks up. */
        public static RingResult none(ReleaseCause ending) {
            return new RingResult(ending, new SilentCaller(), new DiscardedFacts(), RINGS, placed -> {});
        }
    }
}
