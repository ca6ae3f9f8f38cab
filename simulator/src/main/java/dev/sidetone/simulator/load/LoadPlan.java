package dev.sidetone.simulator.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a load: how many calls, how fast they begin, how long it lasts.
 *
 * @param calls the number of calls at once; of a search the most that it tries
 * @param perSecond how many calls begin in a second, at the most
 * @param time how long, or how long each step of a search is measured; null to let every caller call once
 * @param capacity whether the number of calls that the server takes is searched
 * @param ttfaLimitMs the TTFA p95 that a search lets pass; null for a little more than that of the first step
 * @param recordEvery one call of so many is recorded; 0 for none
 */
public record LoadPlan(
        int calls,
        double perSecond,
        @Nullable Duration time,
        boolean capacity,
        @Nullable Double ttfaLimitMs,
        int recordEvery) {
    /** The time for which each step of a search is measured. */
    public static final Duration USUAL_STEP = Duration.ofSeconds(20);

    /** How the number of calls goes, with the figures of {@code meter}. */
    public LoadSchedule schedule(LoadMeter meter) {
        Duration length = time;
        if (capacity) {
            return new CapacitySearch(calls, length == null ? USUAL_STEP : length, ttfaLimitMs, meter);
        }
        return new SteadyLoad(calls, length);
    }

    /** Whether a caller whose call is over calls again. */
    public boolean callsAgain() {
        return capacity || time != null;
    }
}
