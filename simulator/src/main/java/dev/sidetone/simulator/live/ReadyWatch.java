package dev.sidetone.simulator.live;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether calls reach a bridge that is ready: makes its looks every 15 s and reports the first problem that they find, once, and
 * its end. Owned by {@link LiveController}; one thread, whose time comes in as an argument.
 */
final class ReadyWatch {
    static final long PERIOD_NS = 15_000_000_000L;

    private final List<Look> looks;
    private final Consumer<@Nullable Trouble> changed;
    private long dueNs;
    private @Nullable Trouble found;

    /** A look at one thing that may go wrong, which may take some seconds. */
    @FunctionalInterface
    interface Look {
        /** Returns the problem, or null where there is none or it cannot be known. */
        @Nullable
        Trouble look();
    }

    /**
     * A watch whose first look is due 15 s after {@code readyNs}.
     *
     * @param changed receives a new problem, or null once there is none
     */
    ReadyWatch(long readyNs, List<Look> looks, Consumer<@Nullable Trouble> changed) {
        this.dueNs = readyNs + PERIOD_NS;
        this.looks = List.copyOf(looks);
        this.changed = changed;
    }

    /** Looks, if that is due. */
    void at(long nowNs) {
        if (nowNs < dueNs) {
            return;
        }
        dueNs = nowNs + PERIOD_NS;
        Trouble now = null;
        for (Look look : looks) {
            Trouble one = look.look();
            now = now == null ? one : now;
        }
        if (!Objects.equals(now, found)) {
            found = now;
            changed.accept(now);
        }
    }
}
