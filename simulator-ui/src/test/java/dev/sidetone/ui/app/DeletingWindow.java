package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.until;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import java.nio.file.Path;
import javafx.scene.control.ListView;

/** The main class of a process of its own: a window on the folder that is its argument, in which all recordings are deleted. Says {@code deleted}. */
final class DeletingWindow {
    private DeletingWindow() {}

    public static void main(String[] arguments) throws Exception {
        int exitCode = 1;
        try (OpenWindow window = OpenWindow.open(FakeSoundDevices.withoutDevices(), Path.of(arguments[0]), 1280, 800)) {
            until("ready", () -> window.model().call().phaseProperty().get() == Phase.READY);
            until("both calls are listed", () -> listed(window) == 2);
            window.choose("#calls-menu", "#recordings-delete");
            window.fire("#delete-yes");
            until("one is left", () -> listed(window) == 1);
            System.out.println("deleted");
            exitCode = 0;
        } catch (Exception | AssertionError e) {
            System.err.println(e);
        } finally {
            System.exit(exitCode);
        }
    }

    private static int listed(OpenWindow window) {
        return ((ListView<?>) window.node("#calls")).getItems().size();
    }
}
