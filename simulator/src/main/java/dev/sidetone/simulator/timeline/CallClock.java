package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.Nullable;

/**
 * The call's own clock, and the place where the call is measured. It counts from the first {@code start}; until that goes out, and in a
 * call in which it never does, from the answer. Owned by one thread.
 */
public final class CallClock {
    private @Nullable Long firstNs;
    private @Nullable Long answeredNs;
    private @Nullable Long startNs;
    private MeasuredAt measured = MeasuredAt.EAR;

    public void fold(Fact fact) {
        if (firstNs == null) {
            firstNs = fact.atNs();
        }
        if (fact instanceof Fact.StreamStarted started && startNs == null) {
            startNs = started.atNs();
        } else if (fact instanceof Fact.CallAnswered answered && answeredNs == null) {
            answeredNs = answered.atNs();
        } else if (fact instanceof Fact.CallPlaced placed) {
            measured = placed.place();
        }
    }

    MeasuredAt measured() {
        return measured;
    }

    /** The moment that it counts from; null before the call is answered. */
    private @Nullable Long zeroNs() {
        return startNs == null ? answeredNs : startNs;
    }

    /** The name of the moment that it counts from; null before the call is answered. */
    @Nullable
    String counts() {
        if (measured == MeasuredAt.RECORDING) {
            return measured.word();
        }
        if (startNs != null) {
            return "stream";
        }
        return answeredNs == null ? null : "answer";
    }

    /** The moment of the answer; null if it was not observed. */
    @Nullable
    Double answeredAtMs() {
        return measured == MeasuredAt.RECORDING ? null : atMsOrNull(answeredNs);
    }

    /** The time from the answer to {@code endNs}; null of a call that was not answered. */
    @Nullable
    Double durationMs(long endNs) {
        Long fromNs = answeredNs == null ? startNs : answeredNs;
        return fromNs == null ? null : (Double) ms(endNs - fromNs);
    }

    /** An instant of the result. Nothing is instant before the answer; an old recording without it counts from its first fact. */
    double atMs(long ns) {
        Long zeroNs = zeroNs();
        long firstOr0 = firstNs == null ? 0 : firstNs;
        return ms(ns - (zeroNs == null ? firstOr0 : zeroNs));
    }

    /** The same, null if unknown. */
    public @Nullable Double atMsOrNull(@Nullable Long ns) {
        return ns == null || zeroNs() == null ? null : (Double) atMs(ns);
    }

    /** The instant at which audio came from the server; null also in a recording, which does not show it. */
    @Nullable
    Double arrivalMs(@Nullable Long ns) {
        return measured == MeasuredAt.RECORDING ? null : atMsOrNull(ns);
    }

    static double ms(long ns) {
        return ns / 1e6;
    }
}
