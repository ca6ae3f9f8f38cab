package dev.sidetone.bench.bridges;

import java.time.Duration;
import java.util.List;

/** Looks for the most calls that a bridge carries on its core at a p99 below 20 ms, in steps. One thread, which blocks. */
final class BridgeCapacity {
    private static final List<Integer> STEPS = List.of(300, 400, 500);

    private final LoadSession session;
    private final Results results;

    BridgeCapacity(LoadSession session, Results results) {
        this.session = session;
        this.results = results;
    }

    /** Each goes on until its p99 is too high. */
    void find(List<RunningBridge> bridges) throws Exception {
        for (RunningBridge bridge : bridges) {
            for (int calls : STEPS) {
                Measured measured = session.measure(bridge, calls, Duration.ofMillis(500), Duration.ofSeconds(3));
                System.out.println(measured);
                results.add(measured);
                if (measured.p99() >= Results.MOST_P99_MS) {
                    break;
                }
            }
        }
    }
}
