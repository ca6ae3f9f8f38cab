package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.Selection.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window before a call, and with a recorded one, looks as it did when somebody last looked at it; {@code -Dgolden=write} keeps a new look. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowGoldenTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWindowLooksAsItShould(boolean dark) throws Exception {
        Path kept = KeptConversation.in(folder.resolve("calls"));
        try (OpenWindow window = OpenWindow.open(FakeSoundDevices.withoutDevices(), folder, 1280, 800)) {
            until("ready", () -> window.model().call().phaseProperty().get() == Phase.READY);
            window.takeWelcomeAway();
            until("the welcome is gone", () -> !window.shows("#welcome"));
            window.look(dark, 1280, 800);
            compare(window, "idle", dark);

            KeptConversation.openIn(window, kept);
            onFx(() -> {
                window.model().selection().select(new Selection(Kind.TURN, 2, 8_600, 11_720));
                return true;
            });
            window.look(dark, 1280, 800);
            compare(window, "recording", dark);
        }
    }

    private static void compare(OpenWindow window, String state, boolean dark) throws Exception {
        boolean write = "write".equals(System.getProperty("golden"));
        GoldenPicture golden = new GoldenPicture(state + (dark ? "-dark" : "-light"), write);
        assertThat(golden.difference(window.picture())).as(state).isEmpty();
    }
}
