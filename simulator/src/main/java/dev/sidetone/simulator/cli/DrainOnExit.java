package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.Bridge;
import java.io.PrintStream;

/**
 * SIGTERM or Ctrl-C on a bridge: no call begins any more, those that run may end by themselves for a while, and the process has done
 * what it should: its exit code is 0. Runs on a thread of its own, once.
 */
final class DrainOnExit {
    private final Bridge bridge;
    private final PrintStream progress;

    private DrainOnExit(Bridge bridge, PrintStream progress) {
        this.bridge = bridge;
        this.progress = progress;
    }

    /** Guards {@code bridge} until the process ends. */
    static void guard(Bridge bridge, PrintStream progress) {
        DrainOnExit drain = new DrainOnExit(bridge, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(drain::run, "drain"));
    }

    private void run() {
        int calls = bridge.activeCalls();
        if (calls > 0) {
            progress.println("bridge: going down; " + calls + (calls == 1 ? " call has " : " calls have ")
                    + Bridge.DRAIN_MS / 1_000 + " s to end");
        }
        bridge.drain(Bridge.DRAIN_MS);
        // Told to end by a signal, Java would exit with 128 and its number.
        Runtime.getRuntime().halt(ExitCode.DONE.number());
    }
}
