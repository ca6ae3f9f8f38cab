package dev.sidetone.simulator.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The CPU time and memory that the process of a load used; with the embedded bridge that is the server too.
 *
 * @param cores the processors' time for each second of the load
 * @param threads how many threads there were at the most since the process began
 * @param heapBytes what the heap held in the end
 */
public record GeneratorCost(double cores, int threads, long heapBytes) {
    /** The processors' time of this process so far, in nanoseconds; negative where the machine does not tell. */
    static long cpuNs() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
    }

    /** What was used since the processors' time was {@code fromCpuNs}, in {@code tookNs} of a clock. */
    static GeneratorCost since(long fromCpuNs, long tookNs) {
        Runtime machine = Runtime.getRuntime();
        return new GeneratorCost(
                (double) (cpuNs() - fromCpuNs) / Math.max(1, tookNs),
                ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                machine.totalMemory() - machine.freeMemory());
    }
}
