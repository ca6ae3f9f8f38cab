package dev.sidetone.ui.app;

import java.util.Locale;

/** Checks whether this machine can draw text: on Linux JavaFX needs two system libraries for it. */
final class RendersText {
    static final String WHY_NOT = "JavaFX cannot draw text here: install libfreetype6 and libpangoft2-1.0-0";

    private RendersText() {}

    static boolean here() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        try {
            OpenWindow.startJavaFx();
            return OpenWindow.onFx(() -> new javafx.scene.text.Text("x").prefWidth(-1) > 0);
        } catch (Exception | LinkageError | AssertionError e) {
            return false;
        }
    }
}
