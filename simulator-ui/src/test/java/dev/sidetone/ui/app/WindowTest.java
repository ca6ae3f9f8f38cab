package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
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
import org.testfx.api.FxRobotInterface;

/** The window as a user operates it, with the embedded bridge and the practice agent. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowTest {
    private final FxRobot robot = new FxRobot();
    private final FakeSoundDevices machine = FakeSoundDevices.whole();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

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
        assertThat(onFx(() -> node("#welcome").lookupAll(".label"))).hasSize(4);
        List<String> clock = new CopyOnWriteArrayList<>();
        onFx(() -> ((Labeled) node("#clock")).textProperty().subscribe((String shown) -> clock.add(shown)));
        press("#welcome-call");
        until("in call", () -> phase() == Phase.IN_CALL);
        until("the greeting has its number", () -> text("#greeting").endsWith(" ms"));
        assertThat(onFx(() -> shows("#welcome"))).isFalse();
        // A busy machine may draw too seldom to show every second.
        until("the clock runs", () -> clock.contains("00:00") && text("#clock").compareTo("00:01") >= 0);

        press("#key-5");
        until("the key went out", () -> hasEvent("caller", "presses 5"));
        robot.type(KeyCode.DIGIT7);
        until("the keyboard's key too", () -> hasEvent("caller", "presses 7"));
        robot.type(KeyCode.ASTERISK);

        press("#mute");
        until("muted in words", () -> text("#state").equals("In call, muted"));
        press("#mute");
        until("heard again", () -> text("#state").equals("In call"));

        press("#call");
        until("over", () -> text("#state").equals("Ended by caller"));
        double lastedMs = onFx(() -> Objects.requireNonNull(
                Objects.requireNonNull(window().model().shownCall()).elapsedMs()));
        String lasted = "%02d:%02d".formatted((int) lastedMs / 60_000, (int) lastedMs / 1_000 % 60);
        until("the clock shows how long the call lasted", () -> text("#clock").equals(lasted));
        assertThat(List.copyOf(clock)).isSorted().allMatch(shown -> shown.matches("\\d\\d:\\d\\d"));
        assertThat(machine.playedFrames.get()).isPositive();
    }

    @Test
    void aTurnOfTheDemoCallerIsSeenInTheNumbers() throws Exception {
        away("#welcome");
        press("#voice-demo");
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
        press("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        until(
                "a turn is answered",
                () -> text("#last").endsWith(" ms") || text("#doubt").contains("not judged"));
        CallResult.Turn turn = onFx(() -> window().model().latency().turns().get(0));
        assertThat(onFx(() -> text("#last").endsWith(" ms"))).isEqualTo(turn.judged());
        // The events are read from the phone before the numbers: what happens in between is listed at the next pulse.
        until("both are listed", () -> hasEvent("caller", "speaks") && hasEvent("agent", "answers after"));
        press("#call");
        until("over", () -> phase() == Phase.READY);
        return turn;
    }

    @Test
    void whatIsTypedIntoATextFieldIsNoKey() throws Exception {
        away("#welcome");
        press("#target-server");
        assertThat(onFx(() -> node("#call").isDisabled())).isTrue();
        click("#webhook").write("http://127.0.0.1:9/5");
        assertThat(onFx(() -> node("#webhook-trouble").isVisible())).isFalse();
        press("#call");
        until(
                "it is said that nobody is there",
                () -> shows("#notice") && text("#state").equals("No call came about"));
        assertThat(onFx(() -> text("#notice-what"))).isNotBlank();
        assertThat(onFx(() -> text("#notice-cure"))).isNotBlank();
        assertThat(onFx(() -> hasEvent("caller", "presses"))).isFalse();
    }

    @Test
    void aMicrophoneThatIsLostInMidCallIsToldOfWithItsCureAndTheCallGoesOn() throws Exception {
        away("#welcome");
        press("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        machine.microphoneProblem = new DeviceProblem(DeviceProblem.Kind.LOST, "The microphone is gone.", "");
        until("it is said", () -> text("#notice-what").equals("The microphone is gone."));
        assertThat(onFx(() -> text("#notice-cure")))
                .contains("Plug it in again")
                .contains("A recorded caller takes over.");
        assertThat(phase()).isEqualTo(Phase.IN_CALL);
        press("#call");
        until("the demo caller is offered", () -> shows("#notice-demo"));
        press("#notice-demo");
        until("the notice is gone", () -> !shows("#notice"));
        assertThat(onFx(() -> window().model().call().voiceProperty().get())).isEqualTo(Voice.DEMO);
    }

    @Test
    void callsAreKeptUnlessThatIsSwitchedOffAndDeletedOnlyAfterAQuestion() throws Exception {
        Path calls = folder.resolve("calls");
        away("#welcome");
        callBriefly();
        until("the call is kept", () -> text("#recordings").startsWith("1 call, "));
        assertThat(calls).isDirectoryRecursivelyContaining("glob:**/result.json");
        press("#recordings-keep");
        callBriefly();
        assertThat(calls.toFile().list()).hasSize(1);
        press("#recordings-delete");
        press("#delete-no");
        press("#recordings-delete");
        robot.type(KeyCode.ESCAPE);
        until("the question is gone", () -> !shows("#delete-question"));
        assertThat(onFx(() -> text("#recordings"))).startsWith("1 call, ");
        press("#recordings-delete");
        press("#delete-yes");
        until("all are gone", () -> text("#recordings").equals("none kept yet"));
        assertThat(calls).isEmptyDirectory();
        window().close();
        open();
        callBriefly();
        assertThat(calls).isEmptyDirectory();
    }

    @Test
    void aDiskThatTakesNoRecordingIsToldOnceAndTheCallGoesOn() throws Exception {
        Files.writeString(folder.resolve("calls"), "where the folder should be");
        away("#welcome");
        press("#voice-demo");
        press("#call");
        until("it is said", () -> text("#notice-what").startsWith("The recording stopped"));
        assertThat(onFx(() -> text("#notice-cure"))).contains("before the next call");
        until("the agent is heard", () -> text("#greeting").endsWith(" ms"));
        assertThat(phase()).isEqualTo(Phase.IN_CALL);
        assertThat(onFx(() -> window().model().events().shown().stream()
                        .filter(event -> event.who().equals("note"))
                        .count()))
                .isEqualTo(1);
        press("#call");
        until("over", () -> phase() == Phase.READY);
    }

    @Test
    void theWelcomesButtonCallsThePracticeAgentWhateverWasChosen() throws Exception {
        away("#welcome");
        press("#target-server");
        press("#help");
        press("#welcome-call");
        until("in call", () -> phase() == Phase.IN_CALL);
        assertThat(onFx(() -> window().model().call().targetProperty().get())).isEqualTo(Target.AGENT);
        press("#call");
        until("over", () -> phase() == Phase.READY);
    }

    @Test
    void lightAndDarkAreSwitchedAndRememberedLikeEveryChoice() throws Exception {
        away("#welcome");
        assertThat(background().getBrightness()).isLessThan(0.3);
        press("#theme");
        assertThat(background().getBrightness()).isGreaterThan(0.7);
        press("#target-server");
        click("#webhook").write("http://localhost:3000/voice");
        window().close();
        open();
        assertThat(background().getBrightness()).isGreaterThan(0.7);
        assertThat(onFx(() -> window().model().call().targetProperty().get())).isEqualTo(Target.SERVER);
        assertThat(onFx(() -> window().model().call().webhookProperty().get()))
                .isEqualTo("http://localhost:3000/voice");
        assertThat(onFx(() -> shows("#welcome"))).isFalse();
    }

    private void callBriefly() throws Exception {
        press("#call");
        until("in call", () -> phase() == Phase.IN_CALL);
        press("#call");
        until("over", () -> phase() == Phase.READY);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private Phase phase() {
        return window().model().call().phaseProperty().get();
    }

    private Node node(String id) {
        return window().stage().getScene().lookup(id);
    }

    private boolean shows(String id) {
        Node node = node(id);
        return node != null && node.isVisible();
    }

    private String text(String id) {
        return node(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private boolean hasEvent(String who, String what) {
        for (EventLine event : window().model().events().shown()) {
            if (event.who().equals(who) && event.text().contains(what)) {
                return true;
            }
        }
        return false;
    }

    private void press(String id) throws Exception {
        until(id + " can be pressed", () -> shows(id) && !node(id).isDisabled());
        click(id);
    }

    /** Where a node is on the screen is worked out on the FX thread: the robot would do it beside the layout, and break that. */
    private FxRobotInterface click(String id) throws Exception {
        Point2D middle = onFx(() -> {
            Bounds place = node(id).localToScreen(node(id).getBoundsInLocal());
            return new Point2D(place.getCenterX(), place.getCenterY());
        });
        return robot.clickOn(middle);
    }

    private void away(String id) throws Exception {
        robot.clickOn(onFx(
                () -> new Point2D(window().stage().getX() + 40, window().stage().getY() + 500)));
        until(id + " is gone", () -> !shows(id));
    }

    private Color background() throws Exception {
        return onFx(() ->
                window().stage().getScene().snapshot(null).getPixelReader().getColor(4, 790));
    }
}
