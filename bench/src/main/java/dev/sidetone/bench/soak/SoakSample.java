package dev.sidetone.bench.soak;

import dev.sidetone.bench.process.Footprint;
import java.util.Locale;

/**
 * What bridge and agent held at one moment of a soak.
 *
 * @param atS seconds since the first call
 * @param running the calls that ran at that moment
 * @param ended the calls that had ended by then
 * @param failed those of them that failed
 */
record SoakSample(double atS, int running, long ended, long failed, Footprint bridge, Footprint agent) {
    static final String HEADER = "seconds,calls_running,calls_ended,calls_failed,bridge_heap_mb,bridge_threads,"
            + "bridge_descriptors,bridge_rss_mb,agent_heap_mb,agent_threads,agent_descriptors,agent_rss_mb";

    private static final double MB = 1 << 20;

    /** One line of the table, without a line's end. */
    String csv() {
        return String.format(Locale.ROOT, "%.1f,%d,%d,%d,%s,%s", atS, running, ended, failed, csv(bridge), csv(agent));
    }

    private static String csv(Footprint held) {
        return String.format(
                Locale.ROOT,
                "%.2f,%d,%d,%.1f",
                held.heapBytes() / MB,
                held.threads(),
                held.descriptors(),
                held.residentBytes() / MB);
    }
}
