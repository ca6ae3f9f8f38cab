package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentSettings.Unreachable;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.bridge.twilio.rest.CallControl.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of a call, or its transfer, at the agent's request: when it happens, and what the caller gets. */
class GracefulEndTest {
    private static final String HUMAN = "+15550199";
    private static final String DIAL = "<Response><Dial>" + HUMAN + "</Dial></Response>";

    private final FakeCallControl rest = new FakeCallControl();
    private final CallPolicy rules = CallPolicy.defaults().withHumanNumber(HUMAN);
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(rules, rest);
    private final BridgeOnMemoryNetwork bare = new BridgeOnMemoryNetwork(rules, CallControl.none());

    @Test
    void theGoodByeIsHeardToItsEndBeforeTheCallIsHungUp() {
        call.connect();
        call.agentSays("bye", 1_000);
        call.agentSays("bye", 500);
        call.running().hangUp("the agent said good-bye");
        call.callerListensFor(1_000);
        call.markComesBack(mark(call, 0));
        call.callerListensFor(500);
        assertThat(rest.asked).isEmpty();

        call.markComesBack(mark(call, 1));
        assertThat(rest.asked).containsExactly("hang up " + BridgeOnMemoryNetwork.SID);
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void twiliosStopEndsWhatItWasAskedToHangUp() {
        call.connect();
        call.running().hangUp("done");
        call.advanceMs(60);
        call.stop();
        assertThat(call.twilio.ends).containsExactly("closed 1000 Twilio stopped the stream");
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.afterStream()).contains("<Hangup/>").doesNotContain("<Say");
    }

    @Test
    void aStreamThatTwilioDoesNotStopIsClosed() {
        call.connect();
        call.running().hangUp("done");
        call.callerListensFor(2_000);
        assertThat(call.twilio.ends).isEmpty();
        call.callerListensFor(100);
        assertThat(call.twilio.ends).containsExactly("closed 1000 done");
        assertThat(call.agent.ends).hasSize(1);
    }

    @Test
    void withCredentialsTheCallIsPulledOffItsStreamToThePerson() {
        call.connect();
        assertThat(call.running().transfer(null, "the caller asked for a person"))
                .isTrue();
        call.advanceMs(10);
        assertThat(rest.asked).containsExactly("redirect " + BridgeOnMemoryNetwork.SID + " " + DIAL);
        assertThat(call.facts).contains("transfer to " + HUMAN);
        call.advanceMs(50);
        call.stop();
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.agent.ends).hasSize(1);
    }

    @Test
    void withoutCredentialsTheStreamClosesAndTwilioIsToldToDial() {
        bare.connect();
        bare.running().transfer("+15550123", "the caller asked for sales");
        bare.advanceMs(10);
        assertThat(bare.twilio.ends).containsExactly("closed 1000 the caller asked for sales");
        assertThat(bare.agent.ends).hasSize(1);
        assertThat(bare.afterStream()).contains("<Dial>+15550123</Dial>");
        assertThat(bare.facts).noneMatch(fact -> fact.startsWith("refused"));
    }

    @Test
    void aTransferThatTwilioRefusesIsNamedAndDoneTheOtherWay() {
        rest.answersWith(Outcome.FAILED);
        call.connect();
        call.running().transfer(null, "the caller asked for a person");
        call.advanceMs(60);
        assertThat(call.facts).contains("refused: as told: FAILED");
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.afterStream()).contains(DIAL);
    }

    @Test
    void aRefusalThatComesAfterTheCallHasEndedIsNotReported() {
        rest.answersWith(Outcome.FAILED);
        call.connect();
        call.running().hangUp("done");
        call.advanceMs(20);
        call.stop();
        call.advanceMs(60);
        assertThat(call.facts).contains("ended").noneMatch(fact -> fact.startsWith("refused"));
    }

    @Test
    void aCallThatIsOverAlreadyIsNoFailure() {
        rest.answersWith(Outcome.ALREADY_OVER);
        call.connect();
        call.running().hangUp("done");
        call.advanceMs(60);
        assertThat(call.facts).contains("ended").noneMatch(fact -> fact.startsWith("refused"));
        assertThat(call.twilio.ends).hasSize(1);
    }

    @Test
    void withoutANumberNobodyIsPutThrough() {
        BridgeOnMemoryNetwork alone = new BridgeOnMemoryNetwork();
        alone.connect();
        assertThat(alone.running().transfer(null, "the caller asked for a person"))
                .isFalse();
        alone.agentSays("item_1", 100);
        assertThat(alone.twilio.kinds()).containsExactly("media", "mark");
    }

    @Test
    void onlyOneWayOutIsTaken() {
        call.connect();
        call.agentSays("bye", 200);
        assertThat(call.running().transfer(null, "first")).isTrue();
        assertThat(call.running().transfer(null, "second")).isFalse();
        call.running().hangUp("third");
        call.markComesBack(mark(call, 0));
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void aCallerWhoInterruptsTheGoodByeDoesNotWaitForItsEnd() {
        call.connect();
        call.agentSays("bye", 3_000);
        call.running().hangUp("done");
        call.advanceMs(500);
        call.agentHearsTheCaller();
        assertThat(call.twilio.kinds()).endsWith("clear");
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void aMarkThatNeverComesBackDoesNotKeepTheCall() {
        call.connect();
        call.agentSays("bye", 1_000);
        call.running().hangUp("done");
        call.callerListensFor(2_900);
        assertThat(rest.asked).isEmpty();
        call.callerListensFor(3_200);
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void anAgentThatLeavesAfterItsGoodByeIsNotMissed() {
        call.connect();
        call.agentSays("bye", 1_000);
        call.running().hangUp("done");
        call.agent.close(1000);
        call.advanceMs(10);
        assertThat(call.twilio.ends).isEmpty();
        call.markComesBack(mark(call, 0));
        assertThat(rest.asked).hasSize(1);
    }

    @Test
    void aCallerWhoLeavesDuringTheGoodByeEndsTheCallAtOnce() {
        call.connect();
        call.agentSays("bye", 1_000);
        call.running().hangUp("done");
        call.stop();
        assertThat(call.agent.ends).hasSize(1);
        call.advanceMs(40_000);
        assertThat(rest.asked).isEmpty();
    }

    @Test
    void anAgentThatNeverCameGetsTheCallerWhatItsSettingsSay() {
        assertThat(withoutAgent(rules, Unreachable.APOLOGY)).contains("<Say>We are sorry");
        assertThat(withoutAgent(rules, Unreachable.TRANSFER)).contains(DIAL);
        assertThat(withoutAgent(rules.withHumanNumber(null), Unreachable.TRANSFER))
                .contains("<Say>We are sorry");
        assertThat(withoutAgent(rules, Unreachable.HANG_UP)).contains("<Response><Hangup/></Response>");
    }

    @Test
    void anAgentThatDiesInMidCallGetsTheCallerWhatItsSettingsSay() {
        BridgeOnMemoryNetwork bridge = with(rules, Unreachable.TRANSFER);
        bridge.connect();
        bridge.agent.close(1011);
        bridge.advanceMs(10);
        assertThat(bridge.twilio.ends).hasSize(1);
        assertThat(bridge.afterStream()).contains(DIAL);
    }

    @Test
    void aStreamThatNeverCameIsNoReasonToLeaveTheCallerInSilence() {
        call.token();
        assertThat(call.afterStream()).contains("<Say>We are sorry");
        assertThat(call.post("/after-stream", "CallStatus=completed&CallSid=CA9", Map.of())
                        .body())
                .contains("<Response><Hangup/></Response>");
    }

    @Test
    void aStreamThatBrokeOffGetsTheCallerAnApology() {
        call.connect();
        call.twilio.close(1006);
        call.advanceMs(1);
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @Test
    void twilioAskingWhatComesNextTellsThatTheStreamIsOver() {
        call.connect();
        assertThat(call.afterStream()).contains("<Say>We are sorry");
        call.advanceMs(1);
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.twilio.ends).hasSize(1);
    }

    private static BridgeOnMemoryNetwork with(CallPolicy rules, Unreachable unreachable) {
        return new BridgeOnMemoryNetwork(
                OpenAi.REALTIME.defaults().withUnreachable(unreachable), rules, null, new FakeCallControl());
    }

    private static String withoutAgent(CallPolicy rules, Unreachable unreachable) {
        BridgeOnMemoryNetwork bridge = with(rules, unreachable);
        bridge.net.unserve("agent");
        bridge.startStream(bridge.token());
        bridge.advanceMs(10);
        return bridge.afterStream();
    }

    private static String mark(BridgeOnMemoryNetwork bridge, int index) {
        return bridge.twilio.ofKind("mark").get(index).at("/mark/name").asText();
    }
}
