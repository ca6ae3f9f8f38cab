package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BridgeCallTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void theAgentIsAskedForMulawBothWaysAndGreetsOnceItAgreed() {
        call.startStream(call.token());
        assertThat(call.facts).containsExactly("dialled /v1/realtime?model=gpt-realtime-2.1 Bearer sk-secret");
        call.agent.send("{'type':'session.created','session':{}}");
        call.advanceMs(1);

        JsonNode session = call.agent.heard.get(0).path("session");
        assertThat(session.path("type").asText()).isEqualTo("realtime");
        assertThat(session.at("/audio/input/format/type").asText()).isEqualTo("audio/pcmu");
        assertThat(session.at("/audio/output/format/type").asText()).isEqualTo("audio/pcmu");
        assertThat(session.at("/audio/input/turn_detection/silence_duration_ms").asInt())
                .isEqualTo(500);
        assertThat(call.agent.kinds()).containsExactly("session.update");

        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
        assertThat(call.agent.kinds()).containsExactly("session.update", "response.create");
        assertThat(call.agent.heard.get(1).at("/response/instructions").asText())
                .contains("Hello, how can I help?");
    }

    @Test
    void anAgentWithoutAGreetingLetsTheCallerSpeakFirst() {
        BridgeOnMemoryNetwork silent = new BridgeOnMemoryNetwork(new AgentSettings("m", "v", "i", null, 500));
        silent.connect();
        silent.advanceMs(1000);
        assertThat(silent.agent.kinds()).isEmpty();
    }

    @Test
    void anAnswerThatTheAgentBrokeOffIsReported() {
        call.connect();
        call.agentSays("item_1", 400);
        call.agent.send("{'type':'response.done','response':{'id':'r','status':'cancelled'}}");
        call.advanceMs(1);
        assertThat(call.facts).contains("broke off");
    }

    @Test
    void theCallersAudioReachesTheAgentWithoutBeingDecoded() {
        call.connect();
        call.callerSays("/x==");
        assertThat(call.agent.heard.get(0).path("audio").asText()).isEqualTo("/x==");
    }

    @Test
    void whatTheCallerSaysBeforeTheAgentIsReadyIsHeldAndTheOldestDropped() {
        call.startStream(call.token());
        for (int i = 0; i < 260; i++) {
            call.callerSays(String.format(Locale.ROOT, "%04d", i));
        }
        call.agent.send("{'type':'session.created','session':{}}");
        call.advanceMs(1);
        assertThat(call.agent.ofKind("input_audio_buffer.append")).isEmpty();

        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
        List<JsonNode> appended = call.agent.ofKind("input_audio_buffer.append");
        assertThat(appended).hasSize(250);
        assertThat(appended.get(0).path("audio").asText()).isEqualTo("0010");
        assertThat(appended.get(249).path("audio").asText()).isEqualTo("0259");
    }

    @Test
    void theAgentsAudioIsPlayedAsItCameWithAMarkBehindEachChunk() {
        call.connect();
        call.agentSays("item_1", 400);
        call.agentSays("item_1", 200);
        assertThat(call.twilio.kinds()).containsExactly("media", "mark", "media", "mark");
        assertThat(call.twilio.heard)
                .allMatch(message -> message.path("streamSid").asText().equals(BridgeOnMemoryNetwork.STREAM));
        assertThat(call.facts).containsSubsequence("ready", "began item_1", "relayed item_1");
        assertThat(call.facts).filteredOn("began item_1"::equals).hasSize(1);
    }

    @Test
    void theAgentIsToldExactlyWhatTheCallerHeard() {
        call.connect();
        call.agentSays("item_1", 400);
        call.agentSays("item_1", 400);
        call.advanceMs(412);
        call.markComesBack(markName(0));
        call.advanceMs(120);
        call.agentHearsTheCaller();

        JsonNode truncate = call.agent.ofKind("conversation.item.truncate").get(0);
        assertThat(truncate.path("item_id").asText()).isEqualTo("item_1");
        assertThat(truncate.path("content_index").asInt()).isZero();
        assertThat(truncate.path("audio_end_ms").asLong()).isEqualTo(520);
        assertThat(call.twilio.kinds()).endsWith("clear");
        assertThat(call.facts).contains("cut item_1 at 520");
    }

    @Test
    void anAnswerThatWaitsBehindAnotherWasNotHeardAtAll() {
        call.connect();
        call.agentSays("item_1", 200);
        call.agentSays("item_2", 200);
        call.advanceMs(100);
        call.agentHearsTheCaller();
        assertThat(call.facts).contains("cut item_1 at 80", "cut item_2 at 0");
    }

    @Test
    void theAccountNeverRunsPastAMarkThatHasNotComeBack() {
        call.connect();
        call.agentSays("item_1", 200);
        call.callerListensFor(5_000);
        call.agentHearsTheCaller();
        assertThat(call.facts).contains("cut item_1 at 200");
    }

    @Test
    void lateAudioOfAnInterruptedAnswerIsDroppedAndTheNextAnswerIsPlayed() {
        call.connect();
        call.agentSays("item_1", 400);
        call.agentHearsTheCaller();
        call.twilio.heard.clear();
        call.agentSays("item_1", 400);
        assertThat(call.twilio.kinds()).isEmpty();

        call.agentSays("item_2", 400);
        assertThat(call.twilio.kinds()).containsExactly("media", "mark");
    }

    @Test
    void marksThatTheClearReturnsAreNotTakenForHeardAudio() {
        call.connect();
        call.agentSays("item_1", 400);
        String returned = markName(0);
        call.agentHearsTheCaller();
        call.agentSays("item_2", 400);
        call.markComesBack(returned);
        call.markComesBack("never-ours");
        call.advanceMs(100);
        call.agentHearsTheCaller();
        assertThat(call.facts).contains("cut item_2 at 80");
    }

    @Test
    void aCallerWhoSpeaksIntoSilenceClearsNothing() {
        call.connect();
        call.agentSays("item_1", 200);
        call.markComesBack(markName(0));
        call.twilio.heard.clear();
        call.agentHearsTheCaller();
        assertThat(call.twilio.kinds()).isEmpty();
        assertThat(call.agent.ofKind("conversation.item.truncate")).isEmpty();
    }

    @Test
    void aKeyIsToldInWordsAndAnsweredWhenTheRunningResponseIsDone() {
        call.connect();
        call.agent.send("{'type':'response.done','response':{}}");
        call.advanceMs(1);
        call.twilio.send(
                "{'event':'dtmf','streamSid':'MZ','sequenceNumber':'5','dtmf':{'track':'inbound_track','digit':'5'}}");
        call.twilio.send(
                "{'event':'dtmf','streamSid':'MZ','sequenceNumber':'6','dtmf':{'track':'inbound_track','digit':'#'}}");
        call.advanceMs(1);
        assertThat(call.agent.kinds())
                .containsExactly("conversation.item.create", "response.create", "conversation.item.create");
        assertThat(call.agent.heard.get(0).at("/item/content/0/text").asText()).isEqualTo("[caller pressed 5]");

        call.agent.send("{'type':'response.done','response':{}}");
        call.advanceMs(1);
        assertThat(call.agent.kinds()).endsWith("conversation.item.create", "response.create");
    }

    @Test
    void aKeyPressedBeforeTheAgentIsReadyIsNotLost() {
        call.startStream(call.token());
        call.twilio.send(
                "{'event':'dtmf','streamSid':'MZ','sequenceNumber':'5','dtmf':{'track':'inbound_track','digit':'7'}}");
        call.agent.send("{'type':'session.created','session':{}}");
        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
        assertThat(call.agent.ofKind("conversation.item.create")).hasSize(1);
    }

    @Test
    void bothSocketsCloseWhenTwilioStops() {
        call.connect();
        call.twilio.send(
                "{'event':'stop','sequenceNumber':'9','streamSid':'MZ','stop':{'accountSid':'AC','callSid':'CA'}}");
        call.advanceMs(10);
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.twilio.ends.get(0)).startsWith("closed 1000");
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.agent.ends.get(0)).startsWith("closed 1000");
        assertThat(call.facts).endsWith("ended");
    }

    @Test
    void anAgentThatDiesGivesTheCallerAnApology() {
        call.connect();
        call.agent.close(1011);
        call.advanceMs(10);
        assertThat(call.facts).contains("failed agent-died");
        assertThat(call.twilio.ends).hasSize(1);
        String next = call.post("/after-stream", "CallSid=" + BridgeOnMemoryNetwork.SID, Map.of())
                .body();
        assertThat(next).contains("<Say>We are sorry").contains("<Hangup");
    }

    @Test
    void anAgentThatNobodyServesIsNamedUnreachable() {
        call.net.unserve("agent");
        call.startStream(call.token());
        call.advanceMs(10);
        assertThat(call.facts).containsExactly("failed agent-unreachable", "ended");
    }

    @Test
    void anAgentThatIsNeverReadyIsGivenUpAfterTenSeconds() {
        call.startStream(call.token());
        call.callerListensFor(9_990);
        assertThat(call.facts).doesNotContain("failed silent-agent");
        call.advanceMs(20);
        assertThat(call.facts).contains("failed silent-agent");
        assertThat(call.agent.ends).hasSize(1);
    }

    @Test
    void aRefusedKeyIsNamedAsOne() {
        call.connect();
        call.agent.close(3000);
        call.advanceMs(10);
        assertThat(call.facts).contains("failed agent-auth");
    }

    @Test
    void aRefusedVoiceIsNamedAsAWrongSetting() {
        call.startStream(call.token());
        call.agent.send("{'type':'session.created','session':{}}");
        call.agent.send(
                "{'type':'error','error':{'code':'invalid_value','message':'no such voice','param':'session.audio.output.voice'}}");
        call.advanceMs(10);
        assertThat(call.facts).contains("failed agent-config");
    }

    @Test
    void aHarmlessErrorEndsNothing() {
        call.connect();
        call.agent.send(
                "{'type':'error','error':{'code':'response_cancel_not_active','message':'no active response','param':null}}");
        call.agent.sendRaw("not json");
        call.agent.send("{'type':'some.new.event'}");
        call.advanceMs(10);
        call.agentSays("item_1", 20);
        assertThat(call.twilio.kinds()).containsExactly("media", "mark");
    }

    @Test
    void garbageFromTwiliosSideEndsNothing() {
        call.connect();
        call.twilio.sendRaw("not json");
        call.twilio.sendRaw("[]");
        call.twilio.sendRaw("{\"event\":\"media\",\"media\":{}}");
        call.twilio.sendRaw("{\"event\":\"later-invention\"}");
        call.advanceMs(1);
        call.callerSays("abcd");
        assertThat(call.agent.kinds()).containsExactly("input_audio_buffer.append");
    }

    private String markName(int index) {
        return call.twilio.ofKind("mark").get(index).at("/mark/name").asText();
    }
}
