package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.Nullable;

/** The call's own clock, which begins when {@code start} goes out, and the place where the call is measured. Owned by {@link CallFold}. */
final class CallClock {
    private @Nullable Long startNs;
    private MeasuredAt measured = MeasuredAt.EAR;

    void fold(Fact fact) {
        if (fact instanceof Fact.StreamStarted started && startNs == null) {
            startNs = started.atNs();
        } else if (fact instanceof Fact.CallPlaced placed) {
            measured = placed.place();
        }
    }

    MeasuredAt measured() {
        return measured;
    }

    boolean known() {
        return startNs != null;
    }

    /** An instant of the result; 0 of a call without a start is the clock's own. */
    double atMs(long ns) {
        return ms(ns - (startNs == null ? 0 : startNs));
    }

    /** The same, null if unknown. */
    @Nullable
    Double atMsOrNull(@Nullable Long ns) {
        return ns == null || startNs == null ? null : (Double) atMs(ns);
    }

    static double ms(long ns) {
        return ns / 1e6;
    }
}
