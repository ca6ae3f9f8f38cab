package dev.sidetone.ui.fx;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.text.Text;
import org.testfx.util.WaitForAsyncUtils;

/** Starts JavaFX for tests and checks whether this machine can draw text: on Linux JavaFX needs two system libraries for it. */
public final class TextDrawing {
    public static final String WHY_NOT = "JavaFX cannot draw text here: install libfreetype6 and libpangoft2-1.0-0";

    /** Kept in a field so that its level stays set: JavaFX on the class path, which it warns of, is intended here. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final long MOST_MS = 60_000;

    private TextDrawing() {}

    /** Returns whether text can be drawn; JavaFX runs afterwards. */
    public static boolean isPossible() {
        try {
            start();
            // What a window of an earlier test left behind says nothing of text, and TestFX throws it at the next who
            // waits.
            WaitForAsyncUtils.clearExceptions();
            return WaitForAsyncUtils.waitForAsyncFx(MOST_MS, () -> new Text("Caller").prefWidth(-1) > 0);
        } catch (InterruptedException | RuntimeException | LinkageError e) {
            if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
                return false;
            }
            throw new IllegalStateException("JavaFX does not start", e);
        }
    }

    /**
     * Starts JavaFX if it does not run yet; windows may then come and go. The only way here to start it: TestFX's own, if JavaFX runs already,
     * leaves later windows without the robot's mouse.
     */
    public static void start() throws InterruptedException {
        JAVAFX.setLevel(Level.SEVERE);
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException runs) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
    }
}
