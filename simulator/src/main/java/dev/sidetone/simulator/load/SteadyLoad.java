package dev.sidetone.simulator.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The same number of callers for a time, or one call of each of them. */
final class SteadyLoad implements LoadSchedule {
    private final int calls;
    private final @Nullable Duration time;
    private @Nullable Long beganNs;

    /** @param time null for one call of each caller */
    SteadyLoad(int calls, @Nullable Duration time) {
        this.calls = calls;
        this.time = time;
    }

    @Override
    public int wanted(long nowNs, CallerRamp callers) {
        if (beganNs == null) {
            beganNs = nowNs;
        }
        boolean over =
                time == null ? callers.placed() >= calls && callers.running() == 0 : nowNs - beganNs >= time.toNanos();
        return over ? OVER : calls;
    }
}
