package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A call is made and listened to, in the real window. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class PlayerWindowTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCallThatWasJustMadeIsPlayedWithTheSpaceBar() throws Exception {
        FakeSoundDevices devices = FakeSoundDevices.whole();
        try (OpenWindow window = OpenWindow.open(devices, folder, 1280, 800)) {
            until("ready", () -> phase(window) == Phase.READY);
            window.takeWelcomeAway();
            onFx(() -> {
                window.model().call().voiceProperty().set(Voice.DEMO);
                return true;
            });
            window.fire("#call");
            until("the agent is heard", () -> isHeard(window.model().shownCall()));
            assertThat(onFx(() -> window.node("#play").isDisabled())).isTrue();
            assertThat(window.text("#play-hint")).isEqualTo("A call can be played once it is over.");
            window.fire("#call");
            until("it can be played", () -> !window.node("#play").isDisabled());

            int before = devices.playedFrames.get();
            space(window);
            until("it is heard", () -> devices.playedFrames.get() > before + 5);
            until("the time runs", () -> !window.text("#play-time").equals("00:00.0"));
            space(window);
            until(
                    "it pauses",
                    () -> !window.model().playback().player().playingProperty().get());
            assertThat(onFx(() -> window.model().selection().cursorMsProperty().get()))
                    .isPositive();
        }
    }

    private static void space(OpenWindow window) throws Exception {
        onFx(() -> {
            Node timeline = window.stage().getScene().lookup(".timeline-pane");
            Event.fireEvent(
                    timeline, new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false));
            return true;
        });
    }

    private static boolean isHeard(@Nullable WatchedCall call) {
        return call != null && call.result().greeting().firstAudibleAtMs() != null;
    }

    private static Phase phase(OpenWindow window) {
        return window.model().call().phaseProperty().get();
    }
}
