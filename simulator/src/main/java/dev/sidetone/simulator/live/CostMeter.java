package dev.sidetone.simulator.live;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.call.Rates;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How long a call's agent was there, for the call's costs. Listens on the call's thread; asked on any. */
final class CostMeter implements Consumer<Fact> {
    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_MS = 1e6;
    private static final long NONE = Long.MIN_VALUE;

    private final @Nullable Rates rates;
    private volatile long startNs = NONE;
    private volatile long streamNs = NONE;
    private volatile long streamedNs;

    CostMeter(@Nullable Rates rates) {
        this.rates = rates;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.StreamStarted) {
            streamNs = fact.atNs();
            startNs = startNs == NONE ? fact.atNs() : startNs;
        } else if (fact instanceof Fact.StreamEnded || fact instanceof Fact.CallEnded) {
            leave(fact.atNs());
        }
    }

    private void leave(long atNs) {
        if (streamNs != NONE) {
            long longer = streamedNs + atNs - streamNs;
            streamNs = NONE;
            streamedNs = longer;
        }
    }

    /**
     * So far; null without rates. A call that was never picked up costs nothing.
     *
     * @param talkedS how long it has lasted, as Twilio counts
     */
    LiveCall.@Nullable Cost soFar(double talkedS, long nowNs) {
        return rates == null ? null : rates.cost(talkedS, agentS(nowNs));
    }

    /** An instant of the call's result; null of a call that never had a stream. */
    @Nullable
    Double sinceStartMs(long atNs) {
        long fromNs = startNs;
        return fromNs == NONE ? null : (Double) ((atNs - fromNs) / NS_PER_MS);
    }

    private double agentS(long nowNs) {
        long fromNs = streamNs;
        return (streamedNs + (fromNs == NONE ? 0 : nowNs - fromNs)) / NS_PER_S;
    }
}
