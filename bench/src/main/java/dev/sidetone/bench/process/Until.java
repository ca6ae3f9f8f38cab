package dev.sidetone.bench.process;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another process does, which no event of this one shows. */
public final class Until {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final long LOOK_NS = 20_000_000;

    private Until() {}

    /** Asks {@code condition} again and again; false when it did not hold within {@code bound}. */
    public static boolean holds(Duration bound, Callable<Boolean> condition) throws Exception {
        long endNs = CLOCK.nowNs() + bound.toNanos();
        while (!condition.call()) {
            if (CLOCK.nowNs() > endNs) {
                return false;
            }
            Park.forNs(LOOK_NS);
        }
        return true;
    }

    /** Lets {@code time} go by: the attack is that it does. */
    public static void passes(Duration time) {
        long endNs = CLOCK.nowNs() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = endNs - CLOCK.nowNs()) {
            Park.forNs(left);
        }
    }
}
