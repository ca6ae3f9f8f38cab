package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The window as a user operates it, with the embedded bridge and the practice agent. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowTest {
    private final FxRobot robot = new FxRobot();
    private final FakeSoundDevices machine = FakeSoundDevices.whole();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    private final WindowRobot hand = new WindowRobot(robot, this::window);

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.open(machine, folder, 1280, 800);
        until("the phone is ready", () -> phase() == Phase.READY);
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void aNewUserReadsThreeSentencesAndPressesOneButtonAndTalks() throws Exception {
        assertThat(onFx(() -> window().node("#welcome").lookupAll(".label"))).hasSize(4);
        List<String> clock = new CopyOnWriteArrayList<>();
        onFx(() -> ((Labeled) window().node("#clock")).textProperty().subscribe((String shown) -> clock.add(shown)));
        hand.press("#welcome-call");
        until("in call", () -> phase() == Phase.IN_CALL);
        until("the greeting has its number", () -> window().text("#greeting").endsWith(" ms"));
        assertThat(onFx(() -> window().shows("#welcome"))).isFalse();
        // A busy machine may draw too seldom to show every second.
        until(
                "the clock runs",
                () -> clock.contains("00:00") && window().text("#clock").compareTo("00:01") >= 0);

        hand.press("#key-5");
        until("the key went out", () -> window().hasEvent("caller", "presses 5"));
        robot.type(KeyCode.DIGIT7);
        until("the keyboard's key too", () -> window().hasEvent("caller", "presses 7"));
        robot.type(KeyCode.ASTERISK);

        hand.press("#mute");
        until("muted in words", () -> window().text("#state").equals("In call, muted"));
        hand.press("#mute");
        until("heard again", () -> window().text("#state").equals("In call"));

        hand.press("#call");
        until("over", () -> window().text("#state").equals("Ended by caller"));
        double lastedMs = onFx(() -> Objects.requireNonNull(
                Objects.requireNonNull(window().model().shownCall()).elapsedMs()));
        String lasted = "%02d:%02d".formatted((int) lastedMs / 60_000, (int) lastedMs / 1_000 % 60);
        until("the clock shows how long the call lasted", () -> window().text("#clock")
                .equals(lasted));
        assertThat(List.copyOf(clock)).isSorted().allMatch(shown -> shown.matches("\\d\\d:\\d\\d"));
        assertThat(machine.playedFrames.get()).isPositive();
    }

    @Test
    void whatIsTypedIntoATextFieldIsNoKey() throws Exception {
        hand.clickBeside("#welcome");
        hand.press("#target-server");
        assertThat(onFx(() -> window().node("#call").isDisabled())).isTrue();
        hand.click("#webhook").write("http://127.0.0.1:9/5");
        assertThat(onFx(() -> window().node("#webhook-trouble").isVisible())).isFalse();
        hand.press("#call");
        until(
                "it is said that nobody is there",
                () -> window().shows("#notice") && window().text("#state").equals("No call came about"));
        assertThat(onFx(() -> window().text("#notice-what"))).isNotBlank();
        assertThat(onFx(() -> window().text("#notice-cure"))).isNotBlank();
        assertThat(onFx(() -> window().hasEvent("caller", "presses"))).isFalse();
    }

    @Test
    void aMicrophoneThatIsLostInMidCallIsToldOfWithItsCureAndTheCallGoesOn() throws Exception {
        hand.clickBeside("#welcome");
        hand.press("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        machine.microphoneProblem = new DeviceProblem(DeviceProblem.Kind.LOST, "The microphone is gone.", "");
        until("it is said", () -> window().text("#notice-what").equals("The microphone is gone."));
        assertThat(onFx(() -> window().text("#notice-cure")))
                .contains("Plug it in again")
                .contains("A recorded caller takes over.");
        assertThat(phase()).isEqualTo(Phase.IN_CALL);
        hand.press("#call");
        until("the demo caller is offered", () -> window().shows("#notice-demo"));
        hand.press("#notice-demo");
        until("the notice is gone", () -> !window().shows("#notice"));
        assertThat(onFx(() -> window().model().call().voiceProperty().get())).isEqualTo(Voice.DEMO);
    }

    @Test
    void callsAreKeptUnlessThatIsSwitchedOffAndDeletedOnlyAfterAQuestion() throws Exception {
        Path calls = folder.resolve("calls");
        hand.clickBeside("#welcome");
        callBriefly();
        until("the call is kept", () -> window().text("#recordings").startsWith("1 call, "));
        assertThat(calls).isDirectoryRecursivelyContaining("glob:**/result.json");
        hand.press("#recordings-keep");
        callBriefly();
        assertThat(calls.toFile().list()).hasSize(1);
        window().choose("#calls-menu", "#recordings-delete");
        hand.press("#delete-no");
        window().choose("#calls-menu", "#recordings-delete");
        robot.type(KeyCode.ESCAPE);
        until("the question is gone", () -> !window().shows("#delete-question"));
        assertThat(onFx(() -> window().text("#recordings"))).startsWith("1 call, ");
        window().choose("#calls-menu", "#recordings-delete");
        hand.press("#delete-yes");
        until("all are gone", () -> window().text("#recordings").equals("none kept yet"));
        assertThat(calls).isEmptyDirectory();
        window().close();
        open();
        callBriefly();
        assertThat(calls).isEmptyDirectory();
    }

    @Test
    void aDiskThatTakesNoRecordingIsToldOnceAndTheCallGoesOn() throws Exception {
        Files.writeString(folder.resolve("calls"), "where the folder should be");
        hand.clickBeside("#welcome");
        hand.press("#voice-demo");
        hand.press("#call");
        until("it is said", () -> window().text("#notice-what").startsWith("The recording stopped"));
        assertThat(onFx(() -> window().text("#notice-cure"))).contains("before the next call");
        until("the agent is heard", () -> window().text("#greeting").endsWith(" ms"));
        assertThat(phase()).isEqualTo(Phase.IN_CALL);
        assertThat(onFx(() -> window().model().events().shown().stream()
                        .filter(event -> event.who().equals("note"))
                        .count()))
                .isEqualTo(1);
        hand.press("#call");
        until("over", () -> phase() == Phase.READY);
    }

    @Test
    void theWelcomesButtonCallsThePracticeAgentWhateverWasChosen() throws Exception {
        hand.clickBeside("#welcome");
        hand.press("#target-server");
        hand.press("#help");
        hand.press("#welcome-call");
        until("in call", () -> phase() == Phase.IN_CALL);
        assertThat(onFx(() -> window().model().call().targetProperty().get())).isEqualTo(Target.AGENT);
        hand.press("#call");
        until("over", () -> phase() == Phase.READY);
    }

    @Test
    void lightAndDarkAreSwitchedAndRememberedLikeEveryChoice() throws Exception {
        hand.clickBeside("#welcome");
        assertThat(background().getBrightness()).isLessThan(0.3);
        hand.press("#theme");
        assertThat(background().getBrightness()).isGreaterThan(0.7);
        hand.press("#target-server");
        hand.click("#webhook").write("http://localhost:3000/voice");
        window().close();
        open();
        assertThat(background().getBrightness()).isGreaterThan(0.7);
        assertThat(onFx(() -> window().model().call().targetProperty().get())).isEqualTo(Target.SERVER);
        assertThat(onFx(() -> window().model().call().webhookProperty().get()))
                .isEqualTo("http://localhost:3000/voice");
        assertThat(onFx(() -> window().shows("#welcome"))).isFalse();
    }

    private void callBriefly() throws Exception {
        hand.press("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        hand.press("#call");
        until("over", () -> phase() == Phase.READY);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }

    private Color background() throws Exception {
        return onFx(() ->
                window().stage().getScene().snapshot(null).getPixelReader().getColor(4, 790));
    }
}
