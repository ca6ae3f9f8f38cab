package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The window by keyboard alone. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowKeyboardTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void aCallIsMadeMutedKeyedAndEndedWithoutAMouse() throws Exception {
        robot.type(KeyCode.ESCAPE);
        until("the welcome is gone", () -> !window().shows("#welcome"));
        onFx(() -> {
            window().model().call().voiceProperty().set(Voice.DEMO);
            return true;
        });
        withControl(KeyCode.ENTER);
        until("in call", () -> phase() == Phase.IN_CALL);
        until("the title says so", () -> window().stage().getTitle().startsWith("Sidetone · In call 00:0"));
        until("the keypad is open", () -> window().shows("#key-5"));
        robot.type(KeyCode.DIGIT5);
        until("the key went out", () -> window().hasEvent("caller", "presses 5"));
        withControl(KeyCode.M);
        until("muted", () -> window().text("#state").equals("In call, muted"));
        withControl(KeyCode.ENTER);
        until("over", () -> window().text("#state").equals("Ended by caller"));
        until("the title says so, too", () -> window().stage().getTitle().startsWith("Sidetone · Ended by caller"));
        until("the keypad is folded", () -> !window().shows("#key-5"));
    }

    @Test
    void theKeysAreListedInADialogThatHoldsTheFocusAndClosesOnce() throws Exception {
        robot.type(KeyCode.ESCAPE);
        until("the welcome is gone", () -> !window().shows("#welcome"));
        robot.type(KeyCode.F1);
        until("the keys are listed", () -> isFocusIn("#shortcuts"));
        for (int tabs = 0; tabs < 3; tabs++) {
            robot.type(KeyCode.TAB);
            until("the focus stays", () -> isFocusIn("#shortcuts"));
        }
        withControl(KeyCode.ENTER);
        robot.type(KeyCode.F1);
        assertThat(onFx(() -> window().stage().getScene().getRoot().lookupAll("#shortcuts")))
                .hasSize(1);
        robot.type(KeyCode.ENTER);
        until("it is closed", () -> !window().shows("#shortcuts"));
        assertThat(phase()).isEqualTo(Phase.READY);
    }

    private boolean isFocusIn(String id) {
        for (Node up = window().stage().getScene().getFocusOwner(); up != null; up = up.getParent()) {
            if (id.equals("#" + up.getId())) {
                return true;
            }
        }
        return false;
    }

    private void withControl(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
