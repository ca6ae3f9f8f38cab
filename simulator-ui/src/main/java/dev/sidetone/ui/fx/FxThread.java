package dev.sidetone.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Runs work on the FX thread: the only class that does. It is rarely needed, since models pull snapshots at every {@link Pulse}. */
public final class FxThread {
    private FxThread() {}

    /** Runs {@code work} on the FX thread: now if called on it, otherwise later. */
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /** Runs {@code work} once after the next layout of the scene of {@code node}; not at all without a scene. */
    public static void afterLayout(Node node, Runnable work) {
        Scene scene = node.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    work.run();
                }
            });
        }
    }
}
