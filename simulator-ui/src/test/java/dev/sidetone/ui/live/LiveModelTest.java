package dev.sidetone.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class LiveModelTest {
    private final ScriptedLiveMode first = new ScriptedLiveMode();
    private final ScriptedLiveMode second = new ScriptedLiveMode();
    private final Deque<ScriptedLiveMode> modes = new ArrayDeque<>(List.of(first, second));
    private final ObjectProperty<Offer> agent =
            new SimpleObjectProperty<>(new Offer("openai", "OpenAI Realtime", AgentChoice.practice(), null));
    private final LiveModel model = new LiveModel(
            modes::removeFirst, agent, new LiveDefaults("https://calls.example.com/", "+14155550100", "+15550100"));
    private final ScriptedLiveCall older = ScriptedLiveCall.inbound("CA1", "+15005550001", "+14155550123");
    private final ScriptedLiveCall newer = ScriptedLiveCall.inbound("CA2", "+15005550002", "+14155550123");

    @Test
    void itBeginsWithTheAgentAndTheAddressOfTheSettings() {
        model.begin();
        assertThat(first.wish()).isEqualTo(new LiveRequest("openai", "https://calls.example.com", null));
        assertThat(phase()).isEqualTo(LivePhase.FINDING_ADDRESS);
    }

    @Test
    void withoutAnAddressOneIsLookedFor() {
        model.publicUrlProperty().set("  ");
        model.begin();
        assertThat(first.wish()).isEqualTo(new LiveRequest("openai", "", null));
    }

    @Test
    void anAddressThatCannotBeIsNotBegunWith() {
        model.publicUrlProperty().set("http://calls.example.com");
        model.begin();
        assertThat(first.done()).isEmpty();
    }

    @Test
    void anAgentThatCannotBeCalledIsNotBegunWith() {
        agent.set(new Offer("openai", "OpenAI Realtime", null, new Trouble("It needs a key.", "Set OPENAI_API_KEY.")));
        model.begin();
        assertThat(first.done()).isEmpty();
    }

    @Test
    void onlyTheNumberThatIsChosenIsUsed() {
        model.begin();
        first.finds("given");
        first.reaches(40);
        first.reads(ScriptedLiveMode.FRONT_DESK, ScriptedLiveMode.TEST_LINE);
        model.pull();
        assertThat(model.numberProperty().get()).isEqualTo(ScriptedLiveMode.FRONT_DESK);
        model.numberProperty().set(null);
        model.use();
        assertThat(first.done()).containsExactly("begin");
        model.numberProperty().set(ScriptedLiveMode.TEST_LINE);
        model.use();
        assertThat(first.done()).containsExactly("begin", "use PN2");
        assertThat(phase()).isEqualTo(LivePhase.SETTING_NUMBER);
    }

    @Test
    void theNewestCallIsInViewUntilAPersonChoosesAnother() {
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.hasCall(older);
        model.pull();
        assertThat(model.calls().inViewProperty().get()).isSameAs(older);
        first.hasCall(newer);
        model.pull();
        assertThat(model.calls().inViewProperty().get()).isSameAs(newer);
        model.calls().show(older);
        ScriptedLiveCall newest = ScriptedLiveCall.inbound("CA3", "+15005550003", "+14155550123");
        first.hasCall(newest);
        model.pull();
        assertThat(model.calls().inViewProperty().get()).isSameAs(older);
        model.calls().show(newest);
        ScriptedLiveCall evenNewer = ScriptedLiveCall.inbound("CA4", "+15005550004", "+14155550123");
        first.hasCall(evenNewer);
        model.pull();
        assertThat(model.calls().inViewProperty().get()).isSameAs(evenNewer);
    }

    @Test
    void callsAreMadeEndedAndPutThroughToWhatIsANumber() {
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.hasCall(older);
        model.pull();
        model.calls().calleeProperty().set("0044 20 7946");
        model.calls().call();
        model.calls().calleeProperty().set("+44 20 7946-0018");
        model.calls().call();
        model.calls().transfer(older, "nobody");
        model.calls().transfer(older, "+1 (555) 010-0000");
        model.calls().hangUp(older);
        assertThat(first.done())
                .containsExactly("begin", "use PN2", "call +442079460018", "transfer CA1 +15550100000", "hang up CA1");
    }

    @Test
    void leavingTakesItsTimeAndTheNextTimeBeginsAfresh() {
        List<String> told = new ArrayList<>();
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.holdsOn(null);
        model.pull();
        model.leave(() -> told.add("left"));
        model.leave(() -> told.add("and gone"));
        assertThat(phase()).isEqualTo(LivePhase.LEAVING);
        assertThat(model.isOff()).isFalse();
        assertThat(told).isEmpty();
        first.letGo();
        pullUntilLeft();
        assertThat(told).containsExactly("left", "and gone");
        assertThat(first.done()).endsWith("close");
        assertThat(phase()).isEqualTo(LivePhase.OFF);
        model.begin();
        assertThat(second.done()).containsExactly("begin");
    }

    @Test
    void aNumberThatCouldNotBePutBackIsToldUntilItIsPutBack() {
        Trouble trouble = new Trouble("Twilio did not answer.", "Set the voice URL by hand.");
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.holdsOn(trouble);
        first.letGo();
        model.leave(() -> {});
        pullUntilLeft();
        assertThat(model.unrestoredProperty().get()).isEqualTo(trouble);
        model.begin();
        assertThat(model.unrestoredProperty().get()).isEqualTo(trouble);
        second.finds("given");
        second.leavesUnrestored(trouble);
        model.pull();
        assertThat(model.unrestoredProperty().get()).isEqualTo(trouble);
        assertThat(model.troubleForNotice()).isEqualTo(trouble);
        second.leavesUnrestored(null);
        model.pull();
        assertThat(model.unrestoredProperty().get()).isNull();
    }

    @Test
    void aNumberThatIsNotPutBackIsPutBackWhenAPersonAsks() {
        Trouble trouble = new Trouble("Twilio did not answer.", "Set the voice URL by hand.");
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.holdsOn(trouble);
        first.letGo();
        model.leave(() -> {});
        pullUntilLeft();
        model.putBack();
        model.putBack();
        assertThat(second.done()).as("one attempt at a time").containsExactly("put back");
        assertThat(model.puttingBackProperty().get()).isTrue();
        assertThat(model.unrestoredProperty().get()).isEqualTo(trouble);
        second.triedToPutBack(trouble);
        model.pull();
        assertThat(model.puttingBackProperty().get()).isFalse();
        assertThat(model.unrestoredProperty().get()).isEqualTo(trouble);
        model.putBack();
        second.triedToPutBack(null);
        model.pull();
        assertThat(model.unrestoredProperty().get()).isNull();
        assertThat(second.done()).containsExactly("put back", "put back");
    }

    @Test
    void aDisturbanceIsShownAsLongAsItLasts() {
        Trouble gone = new Trouble("Calls do not reach this bridge.", "Start the tunnel.");
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.isDisturbedBy(gone);
        model.pull();
        assertThat(model.troubleForNotice()).isEqualTo(gone);
        first.isDisturbedBy(null);
        model.pull();
        assertThat(model.troubleForNotice()).isNull();
    }

    @Test
    void leavingNamesWhatItWaitsForWithTheSecondsSoFar() {
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.waitsFor("Twilio to put +14155550123 back", 0);
        model.pull();
        assertThat(model.waitingProperty().get()).isEmpty();
        first.waitsFor("Twilio to put +14155550123 back", 7);
        model.pull();
        assertThat(model.waitingProperty().get()).isEqualTo("waits for Twilio to put +14155550123 back: 7 s");
    }

    @Test
    void aNumberWithAnotherSidetonesAddressesIsUsedOnceAPersonHasDecidedOnThem() {
        first.begin(new LiveRequest("practice", null, null));
        first.finds("given");
        first.reads(ScriptedLiveMode.LEFT_BEHIND);
        model.pull();
        model.numberProperty().set(ScriptedLiveMode.LEFT_BEHIND);
        model.use();
        assertThat(first.done()).containsExactly("begin");
        model.clearsLeftoverProperty().set(true);
        model.use();
        assertThat(first.done()).containsExactly("begin", "use PN4, cleared later");
    }

    @Test
    void whatBrokeBeforeIsNotTakenForANumberThatWasNotPutBack() {
        model.begin();
        first.breaksBy(new Trouble("No tunnel.", "Start one."));
        model.leave(() -> {});
        pullUntilLeft();
        assertThat(model.unrestoredProperty().get()).isNull();
        assertThat(model.isOff()).isTrue();
    }

    @Test
    void troubleIsToldWhereItBelongs() {
        Trouble trouble = new Trouble("Twilio refused the call.", "Verify the number first.");
        first.goesLiveOn(ScriptedLiveMode.TEST_LINE);
        first.complainsOf(trouble);
        model.pull();
        assertThat(model.troubleForNotice()).isEqualTo(trouble);
        first.breaksBy(trouble);
        model.pull();
        assertThat(model.troubleForNotice()).isNull();
    }

    private void pullUntilLeft() {
        NanoClock clock = NanoClock.system();
        long beganNs = clock.nowNs();
        while (!model.isOff()) {
            assertThat(clock.nowNs() - beganNs)
                    .as("live mode is left within a minute")
                    .isLessThan(60_000_000_000L);
            Thread.onSpinWait();
            model.pull();
        }
    }

    private LivePhase phase() {
        return model.stateProperty().get().phase();
    }
}
