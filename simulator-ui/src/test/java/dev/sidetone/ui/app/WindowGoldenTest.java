package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window before its first call looks as it did when somebody last looked at it; {@code -Dgolden=write} keeps a new look. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowGoldenTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWindowLooksAsItShould(boolean dark) throws Exception {
        GoldenPicture golden =
                new GoldenPicture(dark ? "idle-dark" : "idle-light", "write".equals(System.getProperty("golden")));
        try (OpenWindow window = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800)) {
            until("ready", () -> window.model().call().phaseProperty().get() == Phase.READY);
            window.takeWelcomeAway();
            until("the welcome is gone", () -> !window.shows("#welcome"));
            window.look(dark, 1280, 800);

            assertThat(golden.difference(window.picture())).isEmpty();
        }
    }
}
