package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.Bridge;
import java.io.PrintStream;

/**
 * The shutdown hook of the bridge: at SIGTERM or Ctrl-C no new call is accepted, running calls get time to end, and the exit code is 0.
 * Runs on a thread of its own, once.
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
        // After a signal Java would exit with 128 plus its number.
        Runtime.getRuntime().halt(ExitCode.DONE.number());
    }
}
