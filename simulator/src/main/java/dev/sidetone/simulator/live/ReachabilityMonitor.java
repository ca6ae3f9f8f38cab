package dev.sidetone.simulator.live;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Monitors whether calls reach a bridge that is ready: makes its probes every 15 s and reports the first problem that they find, once, and
 * its end. Owned by {@link LiveController}; one thread, whose time comes in as an argument.
 */
final class ReachabilityMonitor {
    static final long PERIOD_NS = 15_000_000_000L;

    private final List<Probe> probes;
    private final Consumer<@Nullable Trouble> changed;
    private long dueNs;
    private @Nullable Trouble found;

    /** A probe of one thing that may go wrong, which may take some seconds. */
    @FunctionalInterface
    interface Probe {
        /** Returns the problem, or null where there is none or it cannot be known. */
        @Nullable
        Trouble probe();
    }

    /**
     * A monitor whose first probe is due 15 s after {@code readyNs}.
     *
     * @param changed receives a new problem, or null once there is none
     */
    ReachabilityMonitor(long readyNs, List<Probe> probes, Consumer<@Nullable Trouble> changed) {
        this.dueNs = readyNs + PERIOD_NS;
        this.probes = List.copyOf(probes);
        this.changed = changed;
    }

    /** Makes the probes, if they are due. */
    void at(long nowNs) {
        if (nowNs < dueNs) {
            return;
        }
        dueNs = nowNs + PERIOD_NS;
        Trouble now = null;
        for (Probe probe : probes) {
            Trouble one = probe.probe();
            now = now == null ? one : now;
        }
        if (!Objects.equals(now, found)) {
            found = now;
            changed.accept(now);
        }
    }
}
