package dev.sidetone.simulator.timeline;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who rightly gave way and who rightly did not, over one call or many, as τ-voice defines it: the yield rate of barge-ins and the selectivity of each kind
 * of probe. Computed from the events themselves, never from other rates. Immutable.
 *
 * @param yield the share of barge-ins at which the agent fell silent within {@value Thresholds#YIELD_MS} ms
 * @param selectivity the share of probes of each kind that the agent rightly ignored; kinds that were not tried are left out
 */
public record TurnTakingRates(Rate yield, Map<ProbeKind, Rate> selectivity) {
    /** A rate of fewer events is hidden: it would be chance. */
    public static final int ENOUGH = 10;

    public TurnTakingRates {
        selectivity = Collections.unmodifiableMap(new EnumMap<>(selectivity));
    }

    /**
     * A share of events.
     *
     * @param n the events that could be judged
     * @param unjudged the others
     * @param right those that went as they should
     */
    public record Rate(int n, int unjudged, int right) {
        /** The share; null below {@value TurnTakingRates#ENOUGH} events. */
        public @Nullable Double share() {
            return n < ENOUGH ? null : (Double) ((double) right / n);
        }

        private static Rate of(List<@Nullable Boolean> outcomes) {
            int judged = (int) outcomes.stream().filter(Objects::nonNull).count();
            int right = (int) outcomes.stream().filter(Boolean.TRUE::equals).count();
            return new Rate(judged, outcomes.size() - judged, right);
        }
    }

    /** The rates of all these calls together. */
    public static TurnTakingRates of(List<CallResult> calls) {
        Map<ProbeKind, Rate> selectivity = new EnumMap<>(ProbeKind.class);
        for (ProbeKind kind : ProbeKind.values()) {
            List<@Nullable Boolean> outcomes = calls.stream()
                    .flatMap(call -> call.probes().stream())
                    .filter(probe -> probe.kind().equals(kind.word()))
                    .<@Nullable Boolean>map(Probe::right)
                    .toList();
            if (!outcomes.isEmpty()) {
                selectivity.put(kind, Rate.of(outcomes));
            }
        }
        List<@Nullable Boolean> yields = calls.stream()
                .flatMap(call -> call.bargeIns().stream())
                .<@Nullable Boolean>map(BargeIn::yielded)
                .toList();
        return new TurnTakingRates(Rate.of(yields), selectivity);
    }

    /** Whether nobody was spoken over and nothing was tried. */
    public boolean isEmpty() {
        return yield.n() + yield.unjudged() == 0 && selectivity.isEmpty();
    }
}
