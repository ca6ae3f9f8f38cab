package dev.sidetone.ui.fx;

import javafx.application.Platform;

/** The one door to the FX thread. Almost nothing goes through it: models pull snapshots at every {@link Pulse}. */
public final class FxThread {
    private FxThread() {}

    /** Runs {@code work} on the FX thread: now if this is it, else soon. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
