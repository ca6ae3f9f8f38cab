package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.live.ScriptedLiveCall;
import dev.sidetone.ui.live.ScriptedLiveMode;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The live view as a user operates it. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class LiveWindowTest extends LiveWindowStory {
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
}
