package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.SettingsSource;
import dev.sidetone.simulator.phone.AgentFiles;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.fx.TextDrawing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A call's options and the settings, as a user opens and fills them in. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class OptionsWindowTest {
    private static final String KEY = "sk-typed-into-the-dialog";

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

    @BeforeEach
    void open() throws Exception {
        Path env = Files.writeString(folder.resolve(".env"), "# mine\nTWILIO_NUMBER=+15550100\n");
        OwnSettings own = new OwnSettings(
                new SettingsSource(env, Map.of("INWORLD_API_KEY", "from-outside")),
                new AgentFiles(folder.resolve("agents")),
                folder.resolve("calls"));
        opened = OpenWindow.open(FakeSoundDevices.whole(), folder, own, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
        window().takeWelcomeAway();
    }

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    @Test
    void aFaultIsSwitchedOnForOneCallAndResetFromTheColumn() throws Exception {
        window().fire("#more");
        checkPages("#options-dialog");
        write("#option-duration", "soon");
        assertThat(onFx(() -> window().text("#option-duration-problem"))).contains("'soon' is not a time");
        assertThat(onFx(() -> window().node("#call").isDisabled())).isTrue();
        write("#option-duration", "");
        select("#options-dialog", "options-faults");
        window().fire("#fault-jitter");
        select("#options-dialog", "options-agent");
        window().fire("#agent-fault-late-delta");
        window().fire("#options-done");
        assertThat(onFx(() -> window().text("#options-set"))).isEqualTo("1 line fault, 1 agent fault");

        window().fire("#call");
        until("the fault is in the call", () -> window().hasEvent("fault", "jitter=20ms begins"));
        until("muting is told", () -> phase() == Phase.IN_CALL);
        window().fire("#mute");
        until("as a fact", () -> window().hasEvent("caller", "is muted"));
        window().fire("#call");
        until("over", () -> phase() == Phase.READY);
        window().fire("#options-reset");
        assertThat(onFx(() -> window().shows("#options-set"))).isFalse();
    }

    @Test
    void aFailedCallOffersItsCureAsAButton() throws Exception {
        onFx(() -> {
            window().model().call().targetProperty().set(Target.SERVER);
            window().model().call().webhookProperty().set("http://127.0.0.1:9/voice");
            return true;
        });
        window().fire("#call");
        until("it can be tried again", () -> window().shows("#notice-retry"));
        assertThat(onFx(() -> LayoutCheck.amiss(window().stage().getScene()))).isEmpty();
        assertThat(onFx(() -> window().shows("#webhook-recent"))).isTrue();
        window().fire("#notice-retry");
        until("it is tried again", () -> phase() != Phase.READY);
        until("and over", () -> phase() == Phase.READY);
    }

    @Test
    void aKeyThatIsTypedIsWrittenHiddenAndUsedByTheNextCall() throws Exception {
        robot.press(KeyCode.SHORTCUT, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.SHORTCUT);
        until(
                "they are read",
                () -> window().shows("#settings-dialog")
                        && !window().node("#settings-save").isDisabled());
        checkPages("#settings-dialog");
        assertThat(onFx(() -> window().text("#setting-inworld-api-key-state"))).isEqualTo("set in the environment");
        assertThat(onFx(() -> window().text("#setting-openai-api-key-state"))).isEqualTo("missing");
        assertThat(onFx(() -> window().model().call().agents().get(1).trouble()))
                .isNotNull();
        write("#setting-openai-api-key", KEY);
        select("#settings-dialog", "settings-agents");
        write("#agent-voice", "cedar");
        window().fire("#settings-save");
        until("it is saved", () -> window().text("#settings-said").startsWith("Saved"));

        assertThat(folder.resolve(".env"))
                .content()
                .isEqualTo("# mine\nTWILIO_NUMBER=+15550100\nOPENAI_API_KEY=" + KEY + "\n");
        assertThat(folder.resolve("agents/openai.yaml")).content().contains("voice: \"cedar\"");
        assertThat(onFx(() -> window().text("#setting-openai-api-key-state"))).isEqualTo("set in .env");
        assertThat(onFx(() -> ((TextInputControl) window().node("#setting-openai-api-key")).getText()))
                .isEmpty();
        assertThat(onFx(() -> window().model().call().agents().get(1).trouble()))
                .isNull();
        window().fire("#settings-close");
        close();
        try (var remembered = Files.walk(folder)) {
            assertThat(remembered
                            .filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith(".env"))
                            .filter(OptionsWindowTest::holdsKey))
                    .isEmpty();
        }
    }

    private static boolean holdsKey(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page of a dialog is whole. */
    private void checkPages(String dialog) throws Exception {
        int pages = onFx(() -> tabs(dialog).getTabs().size());
        for (int i = 0; i < pages; i++) {
            int page = i;
            onFx(() -> {
                tabs(dialog).getSelectionModel().select(page);
                return true;
            });
            OpenWindow.pulses(3);
            assertThat(onFx(() -> LayoutCheck.amiss(window().stage().getScene())))
                    .isEmpty();
        }
        onFx(() -> {
            tabs(dialog).getSelectionModel().select(0);
            return true;
        });
        OpenWindow.pulses(2);
    }

    private void select(String dialog, String page) throws Exception {
        onFx(() -> {
            for (Tab tab : tabs(dialog).getTabs()) {
                if (page.equals(tab.getId())) {
                    tabs(dialog).getSelectionModel().select(tab);
                }
            }
            return true;
        });
        OpenWindow.pulses(2);
    }

    private TabPane tabs(String dialog) {
        return (TabPane) Objects.requireNonNull(window().node(dialog).lookup(".tab-pane"));
    }

    private void write(String id, String text) throws Exception {
        onFx(() -> {
            ((TextInputControl) window().node(id)).setText(text);
            return true;
        });
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
