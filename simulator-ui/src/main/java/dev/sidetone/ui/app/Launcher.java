package dev.sidetone.ui.app;

import dev.sidetone.simulator.cli.Sidetone;

/**
 * Where the process starts, on its main thread. It is no JavaFX application itself: java refuses to start one from a plain class path.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Sidetone.main(args);
    }
}
