package dev.sidetone.ui.timeline;

import java.util.concurrent.TimeoutException;
import javafx.scene.text.Text;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Checks whether this machine can draw text: JavaFX on Linux needs libfreetype and libpangoft2. */
final class Rendering {
    private Rendering() {}

    static boolean isPossible() {
        try {
            FxToolkit.registerPrimaryStage();
            return WaitForAsyncUtils.waitForAsyncFx(
                            60_000, () -> new Text("Caller").getLayoutBounds().getWidth())
                    > 0;
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX does not start within its time", e);
        } catch (RuntimeException | LinkageError cannot) {
            return false;
        }
    }
}
