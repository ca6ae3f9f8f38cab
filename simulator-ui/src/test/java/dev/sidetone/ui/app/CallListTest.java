package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.report.OpenedCall;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The list of calls as a user operates it, by keys, with real calls to the practice agent. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class CallListTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
        window().takeWelcomeAway();
        onFx(() -> {
            window().model().call().voiceProperty().set(Voice.DEMO);
            return true;
        });
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void aCallIsListedNamedOpenedAgainInTheSameViewsAndDeleted() throws Exception {
        callUntilGreeted();
        assertThat(row(0)).contains("Practice agent").contains("running=true");
        window().fire("#call");
        until("the call is over", () -> phase() == Phase.READY);
        until("it is in the list", () -> count() == 1 && row(0).contains("running=false"));
        WatchedCall made = Objects.requireNonNull(onFx(() -> window().model().shownCall()));

        callUntilGreeted();
        until("both are there", () -> count() == 2);
        choose(1);
        robot.type(KeyCode.F2);
        until("the name is asked for", () -> window().shows("#rename-dialog"));
        robot.write("booking").type(KeyCode.ENTER);
        until("it has its name", () -> row(1).contains("title=booking"));

        choose(1);
        robot.type(KeyCode.ENTER);
        until("the old call is in view", () -> window().model().shownCall() instanceof OpenedCall);
        assertThat(phase()).as("the call goes on").isEqualTo(Phase.IN_CALL);
        OpenedCall again =
                (OpenedCall) Objects.requireNonNull(onFx(() -> window().model().shownCall()));
        assertThat(again.elapsedMs()).isEqualTo(made.elapsedMs());
        assertThat(again.result().greeting()).isEqualTo(made.result().greeting());
        until("its events are listed", () -> window().hasEvent("agent", "greets") && window().hasEvent("call", "over"));
        assertThat(onFx(() -> window().text("#viewed-call"))).endsWith("booking");

        window().fire("#to-running-call");
        until(
                "the running call is in view",
                () -> window().model().shownCall() != again && !window().hasEvent("call", "over"));
        window().fire("#call");
        until("the second is over", () -> phase() == Phase.READY);

        choose(1);
        robot.type(KeyCode.DELETE);
        until("the question is asked", () -> window().shows("#delete-question"));
        window().fire("#delete-yes");
        until("one is left", () -> count() == 1);
        try (var left = Files.list(folder.resolve("calls"))) {
            assertThat(left).hasSize(1);
        }
    }

    private void callUntilGreeted() throws Exception {
        window().fire("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        until("greeted", () -> window().hasEvent("agent", "greets") && row(0).contains("running=true"));
    }

    private void choose(int row) throws Exception {
        onFx(() -> {
            list().getSelectionModel().clearAndSelect(row);
            list().requestFocus();
            return true;
        });
    }

    private ListView<?> list() {
        return (ListView<?>) window().node("#calls");
    }

    private int count() {
        return list().getItems().size();
    }

    private String row(int at) {
        return at < count() ? String.valueOf(list().getItems().get(at)) : "";
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
