package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A whole question and its answer in the window, in real time; a class of its own so that it runs beside {@link WindowTest}. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowTurnTest {
    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    private final WindowRobot hand = new WindowRobot(new FxRobot(), this::window);

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
    void aTurnOfTheDemoCallerIsSeenInTheNumbers() throws Exception {
        hand.clickBeside("#welcome");
        hand.press("#voice-demo");
        CallResult.Turn turn = turnOfTheDemoCaller();
        for (int again = 0; again < 2 && !turn.judged(); again++) {
            turn = turnOfTheDemoCaller();
        }
        if (turn.judged()) {
            assertThat(turn.ttfaMs()).isBetween(500.0, 3_000.0);
        }
    }

    /** The first turn of a call, which is shown and then over; a machine that was too busy to judge it says so. */
    private CallResult.Turn turnOfTheDemoCaller() throws Exception {
        hand.press("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        until(
                "a turn is answered",
                () -> window().text("#last").endsWith(" ms")
                        || window().text("#doubt").contains("not judged"));
        CallResult.Turn turn = onFx(() -> window().model().latency().turns().get(0));
        assertThat(onFx(() -> window().text("#last-detail"))).isEqualTo(turn.judged() ? "turn 1" : "not judged");
        // The events are read from the phone before the numbers: what happens in between is listed at the next pulse.
        until(
                "both are listed",
                () -> window().hasEvent("caller", "speaks") && window().hasEvent("agent", "answers after"));
        hand.press("#call");
        until("over", () -> phase() == Phase.READY);
        return turn;
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
