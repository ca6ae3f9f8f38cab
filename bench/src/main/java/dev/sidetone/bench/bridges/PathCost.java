package dev.sidetone.bench.bridges;

import com.sun.management.ThreadMXBean;
import dev.sidetone.bridge.audio.LineFrame;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what the bridge's own code costs for one second of one call, without sockets: CPU time of this thread and bytes that it
 * allocates. Quiet where the machine is not, for nobody waits for anything.
 */
public final class PathCost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_SECONDS = 3_000;
    private static final int SECONDS = 400;
    private static final int ROUNDS = 9;
    private static final int PER_SECOND = 1_000 / LineFrame.MS;

    private PathCost() {}

    /** Further words name flavours; all are measured without. */
    public static void main(String[] words) {
        List<LoadFlavour> flavours = words.length == 0
                ? List.of(LoadFlavour.values())
                : Arrays.stream(words)
                        .map(word -> LoadFlavour.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList();
        for (LoadFlavour flavour : flavours) {
            measure(flavour);
        }
    }

    private static void measure(LoadFlavour flavour) {
        PathCall call = PathCall.begin(flavour);
        run(call, WARM_SECONDS);
        long thread = Thread.currentThread().getId();
        double[] cpuUs = new double[ROUNDS];
        double kb = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long bytes = THREADS.getThreadAllocatedBytes(thread);
            long cpuNs = THREADS.getCurrentThreadCpuTime();
            run(call, SECONDS);
            cpuUs[round] = (THREADS.getCurrentThreadCpuTime() - cpuNs) / 1e3 / SECONDS;
            kb = (THREADS.getThreadAllocatedBytes(thread) - bytes) / 1e3 / SECONDS;
        }
        Arrays.sort(cpuUs);
        System.out.printf(
                Locale.ROOT,
                "%-6s %7.0f us of CPU (%.0f to %.0f) and %6.1f kB allocated per second of a call; %d messages out%n",
                flavour.word(),
                cpuUs[ROUNDS / 2],
                cpuUs[0],
                cpuUs[ROUNDS - 1],
                kb,
                call.sentPerSecond());
    }

    private static void run(PathCall call, int seconds) {
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            call.frame();
        }
    }
}
