package dev.sidetone.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

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

    /** Runs {@code work} once, after the next layout of the scene that {@code node} is in; not at all if it is in none. */
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
