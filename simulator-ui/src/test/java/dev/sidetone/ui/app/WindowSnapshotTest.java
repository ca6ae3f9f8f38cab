package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.pulses;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Every state of the window in both themes and both sizes: nothing is cut off or overlaps, and the expected colours appear. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowSnapshotTest {

    private final FakeSoundDevices machine = FakeSoundDevices.whole();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void theWelcomeAndAnIdlePhone() throws Exception {
        open();
        look("welcome", (picture, dark) -> look().assertButton(picture, "#welcome-call", 100, 160));
        window().takeWelcomeAway();
        look("idle", (picture, dark) -> {
            assertThat(window().text("#state")).isEqualTo("Ready");
            look().assertButton(picture, "#call", 100, 160);
        });
    }

    @Test
    void dialling() throws Exception {
        try (SilentServer server = new SilentServer()) {
            open();
            window().takeWelcomeAway();
            dial(server.webhook());
            until("dialling", () -> phase() == Phase.DIALLING);
            look("dialling", (picture, dark) -> {
                assertThat(window().text("#state")).isEqualTo("Dialling…");
                look().assertButton(picture, "#call", 340, 20);
            });
            window().fire("#call");
        }
    }

    @Test
    void aCallThatDidNotComeAboutSaysWhyAndWhatToDo() throws Exception {
        open();
        window().takeWelcomeAway();
        dial("http://127.0.0.1:9/voice");
        until("it is said", () -> window().text("#state").equals("No call came about"));
        look("call failed", (picture, dark) -> {
            assertThat(window().text("#notice-what")).isNotBlank();
            assertThat(window().text("#notice-cure")).isNotBlank();
            look().assertButton(picture, "#call", 100, 160);
        });
    }

    @Test
    void inACallAndAfterIt() throws Exception {
        open();
        window().takeWelcomeAway();
        window().fire("#voice-demo");
        window().fire("#call");
        until(
                "an answer",
                () -> !window().model().latency().turns().isEmpty()
                        && window().model().latency().turns().get(0).ttfaMs() != null);
        pulses(30);
        look("in call", (picture, dark) -> {
            assertThat(window().text("#state")).isEqualTo("In call");
            AppearanceCheck.assertVoices(picture, dark);
            look().assertButton(picture, "#call", 340, 20);
        });
        window().fire("#call");
        window().look(true, 1280, 800);
        until("kept", () -> window().text("#recordings").startsWith("1 call, "));
        look("after the call", (picture, dark) -> {
            assertThat(window().text("#state")).isEqualTo("Ended by caller");
            AppearanceCheck.assertVoices(picture, dark);
            look().assertButton(picture, "#call", 100, 160);
        });
        window().look(true, 1280, 800);
        window().choose("#calls-menu", "#recordings-delete");
        look("asked", (picture, dark) -> look().assertButton(picture, "#delete-yes", 340, 20));
        window().fire("#delete-no");
    }

    @Test
    void aDeviceThatIsLostInMidCall() throws Exception {
        open();
        window().takeWelcomeAway();
        window().fire("#voice-microphone");
        window().fire("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        machine.microphoneProblem = new DeviceProblem(DeviceProblem.Kind.LOST, "The microphone is gone.", "");
        until("it is said", () -> window().text("#notice-what").equals("The microphone is gone."));
        look("device lost", (picture, dark) -> assertThat(window().text("#notice-cure"))
                .contains("Plug it in again"));
        window().fire("#call");
        until("the demo caller is offered", () -> window().shows("#notice-demo"));
        look("device missing", (picture, dark) -> assertThat(window().shows("#notice"))
                .isTrue());
    }

    @Test
    void aPhoneThatCannotStart() throws Exception {
        opened = OpenWindow.openBroken(machine, folder, AppearanceCheck.SIZES[0][0], AppearanceCheck.SIZES[0][1]);
        until("broken", () -> phase() == Phase.BROKEN);
        look("broken, welcome", (picture, dark) -> assertThat(window().text("#welcome-call"))
                .isEqualTo("Cannot call"));
        window().takeWelcomeAway();
        look("broken", (picture, dark) -> {
            assertThat(window().text("#state")).isEqualTo("Cannot call");
            assertThat(window().text("#notice-what")).contains("no port is free");
        });
    }

    @Test
    void anAgentWithoutItsKeyIsRefusedWithTheVariableToSet() throws Exception {
        open();
        window().takeWelcomeAway();
        onFx(() -> {
            window().model()
                    .call()
                    .agentProperty()
                    .set(window().phone().agents().named("openai"));
            return true;
        });
        look("no key", (picture, dark) -> {
            assertThat(window().text("#agent-trouble")).contains("OPENAI_API_KEY");
            assertThat(window().node("#call").isDisabled()).isTrue();
        });
    }

    @Test
    void everyListThatOpensShowsItsNamesWhole() throws Exception {
        open();
        window().takeWelcomeAway();
        for (String id : List.of("#agent", "#microphone", "#speaker")) {
            for (int[] size : AppearanceCheck.SIZES) {
                window().look(true, size[0], size[1]);
                popUp(id);
            }
        }
    }

    private void popUp(String id) throws Exception {
        ComboBox<?> box = (ComboBox<?>) window().node(id);
        onFx(() -> {
            box.show();
            return true;
        });
        pulses(5);
        assertThat(onFx(WindowSnapshotTest::popUpsAmiss)).as(id).isEmpty();
        assertThat(onFx(() -> shownIn(box))).as(id).isEqualTo(box.getItems().size());
        onFx(() -> {
            box.hide();
            return true;
        });
        pulses(2);
    }

    private static List<String> popUpsAmiss() {
        return popUps().stream()
                .flatMap(popUp -> LayoutCheck.amiss(popUp.getScene()).stream())
                .toList();
    }

    private static List<Window> popUps() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .toList();
    }

    /** How many filled cells the list of an open box shows. */
    private static int shownIn(ComboBox<?> box) {
        return (int) popUps().stream()
                .flatMap(popUp -> popUp.getScene().getRoot().lookupAll(".list-cell").stream())
                .filter(cell -> cell instanceof ListCell<?> filled && !filled.isEmpty() && filled.isVisible())
                .filter(cell -> box.getItems().contains(((ListCell<?>) cell).getItem()))
                .count();
    }

    private void open() throws Exception {
        opened = OpenWindow.open(machine, folder, AppearanceCheck.SIZES[0][0], AppearanceCheck.SIZES[0][1]);
        until("ready", () -> phase() == Phase.READY);
    }

    private void dial(String webhook) throws Exception {
        onFx(() -> {
            window().model().call().voiceProperty().set(Voice.DEMO);
            window().model().call().targetProperty().set(Target.SERVER);
            window().model().call().webhookProperty().set(webhook);
            return true;
        });
        window().fire("#call");
    }

    private void look(String state, AppearanceCheck.Wanted wanted) throws Exception {
        look().at(state, wanted);
    }

    private AppearanceCheck look() {
        return new AppearanceCheck(window());
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
