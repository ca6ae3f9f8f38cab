package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.live.LiveHints;
import dev.sidetone.ui.live.ScriptedLive;
import dev.sidetone.ui.live.TalkedCall;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;

/** What a person does in the live view and sees there; the live mode behind it does as the test says. */
@EnabledIf(value = "dev.sidetone.ui.app.RendersText#here", disabledReason = RendersText.WHY_NOT)
class LiveWindowTest {
    private static final String OWN = ScriptedLive.TEST_LINE.number();

    private final FxRobot robot = new FxRobot();
    private final List<ScriptedLive> lives = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

    @BeforeEach
    void open() throws Exception {
        LiveHints hints = new LiveHints("https://calls.example.com", "", "+15550100");
        opened = OpenWindow.open(FakeMachine.whole(), folder, hints, this::another, 1280, 800);
        until("the phone is ready", () -> window().desk().call().phaseProperty().get() == Phase.READY);
        window().takeWelcomeAway();
        press("#place-live");
    }

    @AfterEach
    void close() {
        lives.forEach(ScriptedLive::letGo);
        window().close();
    }

    private LiveMode another() {
        ScriptedLive fresh = new ScriptedLive();
        lives.add(fresh);
        return fresh;
    }

    @Test
    void fromNothingToANumberThatRings() throws Exception {
        until(
                "the settings' address is there",
                () -> node("#live-address") instanceof TextField field
                        && field.getText().equals("https://calls.example.com"));
        press("#live-begin");
        until("looking", () -> text("#live-state").equals("Looking for the address…"));
        live().finds("given");
        live().reaches(84);
        live().reads(ScriptedLive.FRONT_DESK, ScriptedLive.TEST_LINE);
        until("to choose", () -> shows("#live-use"));
        assertThat(onFx(() -> node("#live-use").isDisabled())).isTrue();
        click("#live-numbers");
        robot.type(KeyCode.DOWN);
        until("chosen", () -> text("#live-use").equals("Use " + OWN));
        press("#live-use");
        until("setting up", () -> phase() == LivePhase.SETTING_NUMBER);
        live().rings();
        until("the number", () -> text("#live-number").equals(OWN));
        assertThat(live().done()).containsExactly("begin", "use PN2");
        press("#live-put-back");
        until("to choose again", () -> phase() == LivePhase.CHOOSING);
        assertThat(live().done()).endsWith("release");
    }

    @Test
    void everyStepCanBeCancelledAndBegunAgain() throws Exception {
        press("#live-begin");
        press("#live-cancel");
        press("#live-begin");
        until("again", () -> phase() == LivePhase.FINDING_ADDRESS);
        assertThat(lives).hasSize(2);
        assertThat(lives.get(0).done()).containsExactly("begin", "close");
    }

    @Test
    void theNewestCallIsShownAndAnotherByChoosingIt() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        until("its turn", () -> text("#last").equals("1140 ms"));
        assertThat(onFx(() -> text("#measured"))).isEqualTo("bridge");
        live().hasCall(talked("CA2", "press-five", 4_000));
        until("the newer", () -> text("#last").equals("620 ms"));
        click("#live-calls");
        robot.type(KeyCode.DOWN);
        until("the older", () -> text("#last").equals("1140 ms"));
        assertThat(onFx(() -> window().desk().events().told()))
                .anySatisfy(told -> assertThat(told.text()).contains("And what is your address?"));
        live().hasCall(TalkedCall.inbound("CA3", "+15005550003", OWN));
        until("listed", () -> window().desk().live().calls().all().size() == 3);
        assertThat(onFx(() -> text("#last"))).isEqualTo("1140 ms");
        press("#place-simulated");
        press("#leave-no");
        until("still live", () -> shows("#live-number"));
    }

    @Test
    void aCallIsPutThroughHungUpAndMadeByHand() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        until("a call", () -> window().desk().live().calls().running() == 1);
        pressInCell(".transfer");
        until(
                "asked",
                () -> node("#transfer-to") instanceof TextField field
                        && field.getText().equals("+15550100"));
        robot.type(KeyCode.END).write("x");
        until("refused", () -> node("#transfer-yes").isDisabled());
        robot.type(KeyCode.BACK_SPACE).type(KeyCode.ENTER);
        until("put through", () -> live().done().contains("transfer CA1 +15550100"));
        pressInCell(".hang-up");
        click("#live-callee").write("+4930901820");
        press("#live-call");
        until("called", () -> live().done().contains("call +4930901820"));
        assertThat(live().done()).contains("hang up CA1");
    }

    @Test
    void theKeyboardReachesWhatCanBeDoneWithACall() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        until("a call", () -> window().desk().live().calls().running() == 1);
        onFx(() -> {
            node("#live-calls").requestFocus();
            return true;
        });
        robot.type(KeyCode.DELETE);
        until("hung up", () -> live().done().contains("hang up CA1"));
        robot.type(KeyCode.T);
        until("asked", () -> shows("#transfer-question"));
        robot.type(KeyCode.ESCAPE);
        until("not any more", () -> !shows("#transfer-question"));
    }

    @Test
    void backToTheSimulatedPhoneTheNumberIsPutBackFirst() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().holdsOn(null);
        until("live", () -> shows("#live-number"));
        press("#place-simulated");
        until("on the way", () -> phase() == LivePhase.LEAVING);
        assertThat(onFx(() -> shows("#call"))).isFalse();
        live().letGo();
        until("back", () -> shows("#call"));
        assertThat(lives.get(0).done()).endsWith("close");
    }

    @Test
    void aNumberThatWasNotPutBackKeepsTheViewWithTheCure() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().holdsOn(new Trouble("Twilio did not answer.", "Set the voice URL by hand."));
        live().letGo();
        until("live", () -> shows("#live-number"));
        press("#place-simulated");
        until("told", () -> text("#live-trouble").equals("Twilio did not answer."));
        assertThat(onFx(() -> text("#live-cure"))).isEqualTo("Set the voice URL by hand.");
        assertThat(onFx(() -> shows("#live-begin"))).isTrue();
    }

    @Test
    void aWindowThatClosesAsksAndPutsTheNumberBackAndThenIsGone() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().hasCall(talked("CA1", "ask-address", 4_300));
        live().holdsOn(null);
        until("a call", () -> window().desk().live().calls().running() == 1);
        askToClose();
        press("#leave-no");
        assertThat(live().done()).doesNotContain("close");
        askToClose();
        press("#leave-yes");
        until("progress", () -> shows("#farewell") && text("#farewell-what").contains(OWN));
        askToClose();
        assertThat(onFx(() -> window().stage().isShowing())).isTrue();
        live().letGo();
        until("gone", () -> !window().stage().isShowing());
        assertThat(lives.get(0).done()).endsWith("close");
    }

    @Test
    void aWindowThatCannotPutTheNumberBackSaysHowToDoItByHandBeforeItCloses() throws Exception {
        live().goesLiveOn(ScriptedLive.TEST_LINE);
        live().holdsOn(new Trouble("Twilio did not answer.", "Set the voice URL by hand."));
        live().letGo();
        until("live", () -> shows("#live-number"));
        askToClose();
        until("told", () -> text("#farewell-cure").equals("Set the voice URL by hand."));
        assertThat(onFx(() -> window().stage().isShowing())).isTrue();
        press("#farewell-close");
        until("gone", () -> !window().stage().isShowing());
    }

    private static TalkedCall talked(String sid, String voice, double answeredAtMs) {
        return TalkedCall.inbound(sid, "+15005550001", OWN)
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

    private ScriptedLive live() {
        return lives.get(lives.size() - 1);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private LivePhase phase() {
        return window().desk().live().stateProperty().get().phase();
    }

    private Node node(String id) {
        return window().stage().getScene().lookup(id);
    }

    private @Nullable Node visible(String style) {
        return window().stage().getScene().getRoot().lookupAll(style).stream()
                .filter(node -> node.isVisible() && node.localToScreen(0, 0) != null && isSeen(node))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible() || (up instanceof ListCell<?> cell && cell.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private boolean shows(String id) {
        Node node = node(id);
        return node != null && isSeen(node);
    }

    private String text(String id) {
        return node(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private void press(String id) throws Exception {
        until(id + " can be pressed", () -> shows(id) && !node(id).isDisabled());
        click(id);
    }

    private void pressInCell(String style) throws Exception {
        until(style + " is there", () -> visible(style) != null);
        robot.clickOn(middle(onFx(() -> visible(style))));
    }

    private FxRobotInterface click(String id) throws Exception {
        return robot.clickOn(middle(node(id)));
    }

    /** Where a node is on the screen is worked out on the FX thread: the robot would do it beside the layout, and break that. */
    private static Point2D middle(@Nullable Node node) throws Exception {
        Node there = Objects.requireNonNull(node);
        return onFx(() -> {
            Bounds place = there.localToScreen(there.getBoundsInLocal());
            return new Point2D(place.getCenterX(), place.getCenterY());
        });
    }
}
