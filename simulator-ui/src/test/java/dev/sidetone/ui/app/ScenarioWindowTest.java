package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A scenario in the real window: played, watched, and made of the call that it was. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class ScenarioWindowTest {
    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    private final WindowRobot hand = new WindowRobot(new FxRobot(), this::window);

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
        hand.clickBeside("#welcome");
    }

    @AfterEach
    void close() {
        window().model().scenario().close();
        window().close();
    }

    @Test
    void itIsPlayedInTheWindowAndTheCallBecomesAScenario() throws Exception {
        Path file = Files.writeString(
                folder.resolve("short.yaml"),
                "steps:\n- hear: agent\n- hear: silence\n- press: \"5\"\n- expect: { finding: 31951 }\n- hang-up: true\n");
        onFx(() -> {
            window().model().scenario().open(file);
            return true;
        });
        hand.press("#scenario-play");
        until("the call is the one in view", () -> window().hasEvent("caller", "presses 5"));
        until("it is judged", () -> window().text("#scenario-outcome").startsWith("Failed with practice: 0 of 1"));
        assertThat(onFx(() -> window().model()
                        .scenario()
                        .rows()
                        .get(3)
                        .checked()
                        .get(0)
                        .got()))
                .isNotBlank();
        assertThat(onFx(() -> LayoutCheck.amiss(window().stage().getScene())))
                .as("but for the name of the default device")
                .allMatch(line -> line.contains("of this machine"));

        until("it can be made", () -> !window().node("#scenario-make").isDisabled());
        Path made = folder.resolve("made.yaml");
        onFx(() -> {
            window().model().scenario().make(made);
            return true;
        });
        until(
                "it is open",
                () -> window().model().scenario().rows().size() > 1
                        && window().text("#scenario-outcome").equals("Not played yet"));
        assertThat(made).content().contains("press");
        assertThat(onFx(() -> List.copyOf(window().model().scenario().recent())))
                .containsExactly(made, file);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
