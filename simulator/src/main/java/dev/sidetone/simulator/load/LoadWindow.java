package dev.sidetone.simulator.load;

import dev.sidetone.simulator.load.LoadResult.Spread;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several seconds of a load together. Times and failures are those of the seconds in which the generator was on time.
 *
 * @param seconds how many there are
 * @param withheld in how many of them the generator was late
 * @param over the calls that ended
 * @param failed those of them that failed or broke off
 * @param latenessP99Ms the worst of the seconds' p99, or null where nothing was sent
 */
public record LoadWindow(
        int seconds, int withheld, Spread ttfa, Spread silence, int over, int failed, @Nullable Double latenessP99Ms) {
    static LoadWindow of(List<LoadSecond> seconds) {
        LatencyDigest ttfa = new LatencyDigest();
        LatencyDigest silence = new LatencyDigest();
        int withheld = 0;
        int over = 0;
        int failed = 0;
        Double worst = null;
        for (LoadSecond second : seconds) {
            Double p99Ms = second.latenessP99Ms();
            worst = worst == null || (p99Ms != null && p99Ms > worst) ? p99Ms : worst;
            if (second.isWithheld()) {
                withheld++;
                continue;
            }
            second.addTo(ttfa, silence);
            over += second.over();
            failed += second.failed();
        }
        return new LoadWindow(seconds.size(), withheld, Spread.of(ttfa), Spread.of(silence), over, failed, worst);
    }
}
