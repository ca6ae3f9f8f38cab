package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.rest.CallControl.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A call that the bridge itself sends through another document: the agent waits for it on the next stream. */
class CallRedirectTest {
    private static final String KEYS = "<Response><Play digits=\"12\"/><Redirect>/voice</Redirect></Response>";
    private static final String SECOND = "MZ00000000000000000000000000000002";

    private final FakeCallControl rest = new FakeCallControl();
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(CallPolicy.defaults(), rest);
    private final FakeConnection second = new FakeConnection();

    @Test
    void theAgentStaysAndGoesOnWithTheNextStream() {
        onTheWay();
        assertThat(call.twilio.ends).hasSize(1);
        call.advanceMs(8_000);
        assertThat(call.agent.ends).isEmpty();

        call.startStream(call.token(), SECOND, second);
        call.agentSays("item_2", 100);
        assertThat(second.kinds()).containsExactly("media", "mark");
        assertThat(second.heard)
                .allMatch(message -> message.path("streamSid").asText().equals(SECOND));
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(1);
        assertThat(call.facts).doesNotContain("ended");
    }

    @Test
    void theNewStreamsEndIsTheCallsEnd() {
        onTheWay();
        call.startStream(call.token(), SECOND, second);
        second.send("{'event':'stop','sequenceNumber':'9','streamSid':'" + SECOND + "','stop':{}}");
        call.advanceMs(1);
        assertThat(second.ends).hasSize(1);
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.facts).endsWith("ended");
    }

    @Test
    void theAgentDoesNotWaitForEver() {
        onTheWay();
        call.advanceMs(9_990);
        assertThat(call.agent.ends).isEmpty();
        call.advanceMs(20);
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.facts).endsWith("ended");
    }

    @Test
    void whatTheCallerHadNotHeardWhenTheStreamStoppedIsToldToTheAgent() {
        call.connect();
        call.agentSays("item_1", 1_000);
        call.advanceMs(220);
        call.running().redirect(KEYS);
        call.advanceMs(60);
        call.stop();
        assertThat(call.agent.ofKind("conversation.item.truncate")).hasSize(1);
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("cut item_1 at 2"));
    }

    @Test
    void whatTheAgentSaysIntoTheGapIsNotTakenForHeard() {
        onTheWay();
        call.agentSays("item_2", 1_000);
        call.advanceMs(2_000);
        call.startStream(call.token(), SECOND, second);
        call.agentHearsTheCaller();
        assertThat(call.facts).noneMatch(fact -> fact.startsWith("cut item_2"));
        assertThat(second.kinds()).isEmpty();
    }

    @Test
    void aNewStreamThatIsQuickerThanTheOldOnesStopIsTheSameCall() {
        call.connect();
        call.running().redirect(KEYS);
        call.advanceMs(10);
        call.startStream(call.token(), SECOND, second);
        call.stop();
        call.advanceMs(1);
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.agent.ends).isEmpty();
    }

    @Test
    void aDetourThatTwilioRefusesLeavesTheCallAsItWas() {
        rest.answersWith(Outcome.FAILED);
        call.connect();
        call.running().redirect(KEYS);
        call.advanceMs(60);
        assertThat(call.facts).contains("refused: as told: FAILED");
        call.agentSays("item_1", 100);
        assertThat(call.twilio.kinds()).containsExactly("media", "mark");
        call.stop();
        assertThat(call.agent.ends).hasSize(1);
    }

    @Test
    void aDetourOfACallThatIsOverEndsIt() {
        rest.answersWith(Outcome.ALREADY_OVER);
        call.connect();
        call.running().redirect(KEYS);
        call.advanceMs(60);
        assertThat(call.agent.ends).hasSize(1);
    }

    @Test
    void withoutADetourAnotherStreamOfTheSameCallIsANewOneAndEndsTheOld() {
        call.connect();
        call.startStream(call.token(), SECOND, second);
        call.advanceMs(1);
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(second.ends).isEmpty();
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(2);
    }

    @Test
    void aReplayedWebhookCannotEndARunningCall() {
        Map<String, String> signed = SignedByTwilio.headers("http://bridge/voiceCallSid" + BridgeOnMemoryNetwork.SID);
        String form = "CallSid=" + BridgeOnMemoryNetwork.SID;
        String token = call.tokenIn(call.post("/voice", form, signed).body());
        call.startStream(token);
        call.agent.send("{'type':'session.created','session':{}}");
        call.advanceMs(1);
        call.agent.send("{'type':'session.updated','session':{}}");
        call.callerListensFor(70_000);
        String replayed = call.tokenIn(call.post("/voice", form, signed).body());
        assertThat(replayed).isEqualTo(token);
        call.startStream(replayed, SECOND, second);
        assertThat(call.twilio.ends).isEmpty();
        assertThat(second.ends).hasSize(1);
    }

    @Test
    void aReplayedRequestForWhatFollowsAStreamCannotEndTheCallsNextStream() {
        String form = "CallSid=" + BridgeOnMemoryNetwork.SID + "&CallStatus=in-progress";
        Map<String, String> signed = SignedByTwilio.headers(
                "http://bridge/after-streamCallSid" + BridgeOnMemoryNetwork.SID + "CallStatusin-progress");
        call.connect();
        String first = call.post("/after-stream", form, signed).body();
        assertThat(call.twilio.ends).as("Twilio's own request ends what runs").hasSize(1);
        call.startStream(call.token(), SECOND, second);
        call.watched.clear();

        String replayed = call.post("/after-stream", form, signed).body();
        call.advanceMs(1_000);

        assertThat(second.ends).isEmpty();
        assertThat(call.facts).filteredOn("ended"::equals).hasSize(1);
        assertThat(call.watched).filteredOn(line -> line.startsWith("asked")).isEmpty();
        assertThat(replayed).isEqualTo(first);
    }

    private void onTheWay() {
        call.connect();
        call.running().redirect(KEYS);
        call.advanceMs(60);
        call.stop();
    }
}
