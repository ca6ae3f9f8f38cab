package dev.sidetone.simulator.live;

import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How long a call has lasted and its agent was there, for its costs. Listens on the call's thread; asked on any. */
final class CostMeter implements Consumer<Fact> {
    private static final double NS_PER_S = 1e9;
    private static final long NONE = Long.MIN_VALUE;

    private final @Nullable Rates rates;
    private volatile long beganNs = NONE;
    private volatile long endedNs = NONE;
    private volatile long streamNs = NONE;
    private volatile long streamedNs;

    CostMeter(@Nullable Rates rates) {
        this.rates = rates;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof Fact.StreamStarted) {
            streamNs = fact.atNs();
            beganNs = beganNs == NONE ? fact.atNs() : beganNs;
        } else if (fact instanceof Fact.StreamEnded) {
            leave(fact.atNs());
        } else if (fact instanceof Fact.CallEnded) {
            leave(fact.atNs());
            endedNs = fact.atNs();
        }
    }

    private void leave(long atNs) {
        if (streamNs != NONE) {
            long longer = streamedNs + atNs - streamNs;
            streamNs = NONE;
            streamedNs = longer;
        }
    }

    /** So far; null without rates. A call that was never picked up costs nothing. */
    LiveCall.@Nullable Cost soFar(long nowNs) {
        return rates == null ? null : rates.cost(talkedS(nowNs), agentS(nowNs));
    }

    private double talkedS(long nowNs) {
        long fromNs = beganNs;
        long untilNs = endedNs;
        return fromNs == NONE ? 0 : ((untilNs == NONE ? nowNs : untilNs) - fromNs) / NS_PER_S;
    }

    private double agentS(long nowNs) {
        long fromNs = streamNs;
        return (streamedNs + (fromNs == NONE ? 0 : nowNs - fromNs)) / NS_PER_S;
    }
}
