package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What a person does with the voice of a call, in the real window. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class TalkWindowTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    private final WindowRobot hand = new WindowRobot(robot, this::window);

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
        hand.clickBeside("#welcome");
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void whoHoldsTheKeyIsHeardAndWhoLetsGoIsNotAndAProbeNeedsNoVoice() throws Exception {
        onFx(() -> {
            window().model().call().voiceProperty().set(Voice.MICROPHONE);
            return true;
        });
        hand.press("#push-to-talk");
        hand.press("#call");
        until("muted from the beginning", () -> window().text("#state").equals("In call, muted"));
        robot.press(KeyCode.T);
        until("heard", () -> window().text("#state").equals("In call"));
        assertThat(onFx(() -> window().text("#hold-to-talk"))).isEqualTo("Talking");
        assertThat(onFx(() -> LayoutCheck.amiss(window().stage().getScene())))
                .as("but for the name of the default device")
                .allMatch(line -> line.contains("of this machine"));
        robot.release(KeyCode.T);
        until("muted", () -> window().text("#state").equals("In call, muted"));
        hand.press("#say-mm-hmm");
        until("the probe is known as one", () -> !Objects.requireNonNull(
                        window().model().shownCall())
                .result()
                .probes()
                .isEmpty());
        hand.press("#push-to-talk");
        until("heard without it", () -> window().text("#state").equals("In call"));
        hand.press("#push-to-talk");
        until("muted with it", () -> window().text("#state").equals("In call, muted"));
        hand.press("#mute");
        until("unmuted for good", () -> window().text("#state").equals("In call"));
        assertThat(onFx(() -> window().model().talk().pushToTalkProperty().get()))
                .isFalse();
    }

    @Test
    void theDemoCallerBargesInWhenThePersonWantsIt() throws Exception {
        onFx(() -> {
            window().model().call().voiceProperty().set(Voice.DEMO);
            return true;
        });
        hand.press("#call");
        until("the agent answers", () -> window().hasEvent("agent", "answers after"));
        hand.press("#say-barge-in");
        until("the agent was interrupted", () -> !Objects.requireNonNull(
                        window().model().shownCall())
                .result()
                .bargeIns()
                .isEmpty());
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }
}
