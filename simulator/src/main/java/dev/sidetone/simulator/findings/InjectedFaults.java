package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Fact;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tracks injected line faults of some kinds: whether one is active, and until when one was. Owned by one check. */
final class InjectedFaults {
    private final Set<String> kinds;
    private final Set<String> seen = new LinkedHashSet<>();
    private int holding;
    private long lastNs = Long.MIN_VALUE;
    private long beganNs;
    private long heldNs;

    /** @param kinds by the names that they are dialled by */
    InjectedFaults(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.FaultBegan began && isOne(began.fault())) {
            holding++;
            seen.add(began.fault());
            beganNs = began.atNs();
            lastNs = began.atNs();
        } else if (fact instanceof Fact.FaultEnded ended && isOne(ended.fault())) {
            holding = Math.max(0, holding - 1);
            heldNs += ended.atNs() - beganNs;
            lastNs = ended.atNs();
        }
    }

    boolean hold() {
        return holding > 0;
    }

    /** Whether one holds, or did so at {@code sinceNs} or later. */
    boolean heldSince(long sinceNs) {
        return holding > 0 || lastNs >= sinceNs;
    }

    /** For how long one held that is over. */
    long heldNs() {
        return heldNs;
    }

    /** All that began, as they were written. */
    String text() {
        return String.join(" ", seen);
    }

    private boolean isOne(String fault) {
        int value = fault.indexOf('=');
        return kinds.contains(value < 0 ? fault : fault.substring(0, value));
    }
}
