package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.ScriptedLiveCall;
import dev.sidetone.ui.live.ScriptedLiveMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The live view as a user operates it, on a scripted live mode. */
// Over 300 lines because every one of these stories needs the same window on the same live mode.
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class LiveWindowTest {
    private static final String OWN = ScriptedLiveMode.TEST_LINE.number();

    private final FxRobot robot = new FxRobot();
    private final List<ScriptedLiveMode> lives = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    private final WindowRobot hand = new WindowRobot(robot, this::window);

    @BeforeEach
    void open() throws Exception {
        LiveDefaults hints = new LiveDefaults("https://calls.example.com", "", "+15550100");
        opened = OpenWindow.openLive(folder, hints, this::another, 1280, 800);
        until(
                "the phone is ready",
                () -> window().model().call().phaseProperty().get() == Phase.READY);
        window().takeWelcomeAway();
        hand.press("#place-live");
    }

    @AfterEach
    void close() {
        lives.forEach(ScriptedLiveMode::letGo);
        window().close();
    }

    private LiveMode another() {
        ScriptedLiveMode fresh = new ScriptedLiveMode();
        lives.add(fresh);
        return fresh;
    }

    @Test
    void fromNothingToANumberThatRings() throws Exception {
        until(
                "the settings' address is there",
                () -> window().find("#live-address") instanceof TextField field
                        && field.getText().equals("https://calls.example.com"));
        hand.press("#live-begin");
        until("looking", () -> window().text("#live-state").equals("Looking for the address…"));
        live().finds("given");
        live().reaches(84);
        live().reads(ScriptedLiveMode.FRONT_DESK, ScriptedLiveMode.TEST_LINE);
        until("to choose", () -> window().shows("#live-use"));
        assertThat(onFx(() -> window().node("#live-use").isDisabled())).isTrue();
        hand.click("#live-numbers");
        robot.type(KeyCode.DOWN);
        until("chosen", () -> window().text("#live-use").equals("Use " + OWN));
        hand.press("#live-use");
        until("setting up", () -> phase() == LivePhase.SETTING_NUMBER);
        live().rings();
        until("the number", () -> window().text("#live-number").equals(OWN));
        assertThat(live().done()).containsExactly("begin", "use PN2");
        hand.press("#live-put-back");
        until("to choose again", () -> phase() == LivePhase.CHOOSING);
        assertThat(live().done()).endsWith("release");
    }

    @Test
    void everyStepCanBeCancelledAndBegunAgain() throws Exception {
        hand.press("#live-begin");
        hand.press("#live-cancel");
        hand.press("#live-begin");
        until("again", () -> phase() == LivePhase.FINDING_ADDRESS);
        assertThat(lives).hasSize(2);
        assertThat(lives.get(0).done()).containsExactly("begin", "close");
    }

    @Test
    void theNewestCallIsShownAndAnotherByChoosingIt() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        until("its turn", () -> window().text("#last").equals("1140 ms"));
        assertThat(onFx(() -> window().text("#measured"))).isEqualTo("bridge");
        live().hasCall(talked("CA2", "press-five", 4_000));
        until("the newer", () -> window().text("#last").equals("620 ms"));
        hand.click("#live-calls");
        robot.type(KeyCode.DOWN);
        until("the older", () -> window().text("#last").equals("1140 ms"));
        assertThat(onFx(() -> window().model().events().shown()))
                .anySatisfy(told -> assertThat(told.text()).contains("And what is your address?"));
        live().hasCall(ScriptedLiveCall.inbound("CA3", "+15005550003", OWN));
        until("listed", () -> window().model().live().calls().all().size() == 3);
        assertThat(onFx(() -> window().text("#last"))).isEqualTo("1140 ms");
        hand.press("#place-simulated");
        hand.press("#leave-no");
        until("still live", () -> window().shows("#live-number"));
    }

    @Test
    void aCallIsPutThroughHungUpAndMadeByHand() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        until("a call", () -> window().model().live().calls().running() == 1);
        hand.pressInCell(".transfer");
        until(
                "asked",
                () -> window().find("#transfer-to") instanceof TextField field
                        && field.getText().equals("+15550100"));
        robot.type(KeyCode.END).write("x");
        until("refused", () -> window().node("#transfer-yes").isDisabled());
        robot.type(KeyCode.BACK_SPACE).type(KeyCode.ENTER);
        until("put through", () -> live().done().contains("transfer CA1 +15550100"));
        hand.pressInCell(".hang-up");
        hand.click("#live-callee").write("+4930901820");
        hand.press("#live-call");
        until("called", () -> live().done().contains("call +4930901820"));
        assertThat(live().done()).contains("hang up CA1");
    }

    @Test
    void theNumberGoesToTheClipboardByItsButton() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        until("live", () -> window().shows("#live-number"));
        onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "something else")));
        hand.pressInCell(".copy");
        until("copied", () -> OWN.equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void anAddressThatIsEmptiedIsLookedFor() throws Exception {
        onFx(() -> {
            window().model().live().publicUrlProperty().set("");
            return true;
        });
        hand.press("#live-begin");
        until("begun", () -> live().done().contains("begin"));
        assertThat(live().wish()).isEqualTo(new LiveRequest("practice", "", null));
    }

    @Test
    void theKeyboardReachesWhatCanBeDoneWithACall() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        until("a call", () -> window().model().live().calls().running() == 1);
        onFx(() -> {
            window().node("#live-calls").requestFocus();
            return true;
        });
        robot.type(KeyCode.DELETE);
        until("hung up", () -> live().done().contains("hang up CA1"));
        robot.type(KeyCode.T);
        until("asked", () -> window().shows("#transfer-dialog"));
        robot.type(KeyCode.ESCAPE);
        until("not any more", () -> !window().shows("#transfer-dialog"));
    }

    @Test
    void aNumberWithAnotherSidetonesAddressesIsAskedAboutBeforeItIsUsed() throws Exception {
        live().begin(new LiveRequest("practice", null, null));
        live().finds("given");
        live().reaches(40);
        live().reads(ScriptedLiveMode.LEFT_BEHIND);
        until("asked", () -> window().shows("#live-leftover"));
        assertThat(onFx(() -> window().node("#live-use").isDisabled())).isTrue();
        hand.press("#live-leftover-clear");
        until("answered", () -> !window().node("#live-use").isDisabled());
        hand.press("#live-use");
        until("used", () -> live().done().contains("use PN4, cleared later"));
    }

    @Test
    void calledOffTheBridgeTheStateSaysSoUntilCallsArriveAgain() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        until("ready", () -> window().text("#live-state").equals("Live, ready for calls"));
        live().isDisturbedBy(new Trouble("Calls do not reach this bridge.", "Start the tunnel."));
        until("disturbed", () -> window().text("#live-state").equals("Live, but calls do not arrive"));
        live().isDisturbedBy(null);
        until("ready again", () -> window().text("#live-state").equals("Live, ready for calls"));
    }

    @Test
    void backToTheSimulatedPhoneTheNumberIsPutBackFirst() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().holdsOn(null);
        until("live", () -> window().shows("#live-number"));
        hand.press("#place-simulated");
        until("on the way", () -> phase() == LivePhase.LEAVING);
        assertThat(onFx(() -> window().shows("#call"))).isFalse();
        live().letGo();
        until("back", () -> window().shows("#call"));
        assertThat(lives.get(0).done()).endsWith("close");
    }

    @Test
    void aNumberThatWasNotPutBackKeepsTheViewWithTheCure() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().holdsOn(new Trouble("Twilio did not answer.", "Set the voice URL by hand."));
        live().letGo();
        until("live", () -> window().shows("#live-number"));
        hand.press("#place-simulated");
        until("told", () -> window().text("#live-trouble").equals("Twilio did not answer."));
        assertThat(onFx(() -> window().text("#live-cure"))).isEqualTo("Set the voice URL by hand.");
        assertThat(onFx(() -> window().shows("#live-begin"))).isTrue();
    }

    @Test
    void aWindowThatClosesAsksAndPutsTheNumberBackAndThenIsGone() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        live().holdsOn(null);
        until("a call", () -> window().model().live().calls().running() == 1);
        askToClose();
        hand.press("#leave-no");
        assertThat(live().done()).doesNotContain("close");
        askToClose();
        hand.press("#leave-yes");
        until(
                "progress",
                () -> window().shows("#leaving")
                        && window().text("#leaving-what").contains(OWN));
        askToClose();
        assertThat(onFx(() -> window().stage().isShowing())).isTrue();
        live().letGo();
        until("gone", () -> !window().stage().isShowing());
        assertThat(lives.get(0).done()).endsWith("close");
    }

    @Test
    void aWindowThatCannotPutTheNumberBackSaysHowToDoItByHandBeforeItCloses() throws Exception {
        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().holdsOn(new Trouble("Twilio did not answer.", "Set the voice URL by hand."));
        live().letGo();
        until("live", () -> window().shows("#live-number"));
        askToClose();
        until("told", () -> window().text("#leaving-cure").equals("Set the voice URL by hand."));
        assertThat(onFx(() -> window().stage().isShowing())).isTrue();
        hand.press("#leaving-close");
        until("gone", () -> !window().stage().isShowing());
    }

    @Test
    void aNumberThatIsNotPutBackIsPutBackByAButton() throws Exception {
        Trouble trouble = new Trouble("Twilio did not answer.", "Set the voice URL by hand.");
        live().leavesUnrestored(trouble);
        until("in the column", () -> window().shows("#live-put-back-now"));
        hand.press("#live-put-back-now");
        until("one attempt", () -> window().text("#live-put-back-now").startsWith("Putting"));
        live().triedToPutBack(null);
        until("put back", () -> !window().shows("#live-put-back-now"));

        live().goesLiveOn(ScriptedLiveMode.TEST_LINE);
        live().holdsOn(trouble);
        live().letGo();
        until("live", () -> window().shows("#live-number"));
        askToClose();
        until("told", () -> window().shows("#leaving-put-back"));
        hand.press("#leaving-put-back");
        until("asked", () -> live().done().contains("put back"));
        live().triedToPutBack(null);
        until("gone", () -> !window().stage().isShowing());
    }

    private static ScriptedLiveCall talked(String sid, String voice, double answeredAtMs) {
        return ScriptedLiveCall.inbound(sid, "+15005550001", OWN)
                .answered()
                .callerSays(2_000, voice)
                .agentSays(answeredAtMs, "thank-you-goodbye", "One moment.")
                .until(8_000);
    }

    private void askToClose() throws Exception {
        onFx(() -> {
            Event.fireEvent(window().stage(), new WindowEvent(window().stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    private ScriptedLiveMode live() {
        return lives.get(lives.size() - 1);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private LivePhase phase() {
        return window().model().live().stateProperty().get().phase();
    }
}
