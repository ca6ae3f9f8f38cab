package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.live.ScriptedLiveMode;
import javafx.event.Event;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** How a number is left: back to the simulated phone, or by closing the window. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class LeavingLiveWindowTest extends LiveWindowStory {
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

    private void askToClose() throws Exception {
        onFx(() -> {
            Event.fireEvent(window().stage(), new WindowEvent(window().stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }
}
