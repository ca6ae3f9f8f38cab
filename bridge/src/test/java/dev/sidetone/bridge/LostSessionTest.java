package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.WireSettings;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.audio.LineFrame;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent's session that ends under a call: what the caller had said is answered all the same, and nobody is left in silence. */
class LostSessionTest {
    private static final String EXPIRED = "{'type':'error','error':{'code':'session_expired','message':'60 minutes'}}";

    @Test
    void aQuestionThatALostSessionHadHeardIsHeardByTheNext() {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();
        call.connect();
        call.callerListensFor(20_000);
        call.callerSays("bGVhZA==");
        call.agentHearsTheCaller();
        call.callerSays("d2hlcmU=");
        call.agent.send("{'type':'input_audio_buffer.speech_stopped'}");
        call.advanceMs(1);
        call.agent.send(EXPIRED);
        call.advanceMs(1);
        call.callerSays("c2luY2U=");
        call.agent.heard.clear();
        configure(call);
        assertThat(call.agent.ofKind("input_audio_buffer.append"))
                .extracting(each -> each.path("audio").asText())
                .endsWith("bGVhZA==", "d2hlcmU=", "c2luY2U=");
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("renewed"));
    }

    @Test
    void whatComesLateOfAnAnswerThatWasSpokenOverAnswersNothing() {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();
        call.connect();
        call.callerListensFor(20_000);
        call.agentSays("item_1", 4_000);
        call.agentHearsTheCaller();
        call.callerSays("d2hlcmU=");
        call.agentSays("item_1", 400);
        call.agent.send("{'type':'input_audio_buffer.speech_stopped'}");
        call.advanceMs(1);
        call.agent.send(EXPIRED);
        call.advanceMs(1);
        call.agent.heard.clear();
        configure(call);
        assertThat(call.agent.ofKind("input_audio_buffer.append"))
                .extracting(each -> each.path("audio").asText())
                .contains("d2hlcmU=");
    }

    @Test
    void whatWasAnsweredIsNotSaidToTheNextSessionAgain() {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();
        call.connect();
        call.callerListensFor(20_000);
        call.agentHearsTheCaller();
        call.callerSays("d2hlcmU=");
        call.agent.send("{'type':'input_audio_buffer.speech_stopped'}");
        call.agentSays("item_1", 400);
        call.agent.send(EXPIRED);
        call.advanceMs(1);
        call.agent.heard.clear();
        configure(call);
        assertThat(call.agent.ofKind("input_audio_buffer.append")).isEmpty();
    }

    @Test
    void aKeyThatALostSessionHadHeardIsPressedForTheNext() {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();
        call.connect();
        call.callerListensFor(20_000);
        call.twilio.send("{'event':'dtmf','streamSid':'" + BridgeOnMemoryNetwork.STREAM
                + "','sequenceNumber':'2','dtmf':{'track':'inbound_track','digit':'5'}}");
        call.advanceMs(1);
        call.agent.send(EXPIRED);
        call.advanceMs(1);
        call.agent.heard.clear();
        configure(call);
        assertThat(call.agent.ofKind("conversation.item.create"))
                .singleElement()
                .satisfies(item -> assertThat(item.toString()).contains("[caller pressed 5]"));
        assertThat(call.agent.ofKind("response.create")).hasSize(1);
    }

    @Test
    void theNextSessionKnowsWhatToolsHaveDone() {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(
                OpenAi.REALTIME.defaults().withTools(List.of(AgentTool.builtin("send_dtmf"))));
        call.connect();
        call.callerListensFor(20_000);
        call.agent.send("{'type':'response.output_item.done','item':{'type':'function_call','call_id':'c1',"
                + "'name':'send_dtmf','arguments':'{\\\"digits\\\":\\\"5\\\"}'}}");
        call.advanceMs(1);
        call.agent.send(EXPIRED);
        call.advanceMs(1);
        call.agent.heard.clear();
        configure(call);
        assertThat(call.agent
                        .ofKind("session.update")
                        .get(0)
                        .at("/session/instructions")
                        .asText())
                .contains(
                        "You called the tool send_dtmf with {\"digits\":\"5\"}\nThe tool gave you {\"pressed\":\"5\"}");
    }

    @Test
    void anAgentThatTakesNoBurstsIsToldWhatWasAskedInWords() {
        BridgeOnMemoryNetwork call = assemblyAi();
        call.callerListensFor(20_000);
        call.agent.send("{'type':'input.speech.started'}");
        call.callerSays("d2hlcmU=");
        call.agent.send("{'type':'input.speech.stopped'}");
        call.agent.send("{'type':'transcript.user','text':'Where is order 42?'}");
        expire(call);
        assertThat(call.agent.ofKind("reply.create"))
                .extracting(each -> each.path("instructions").asText())
                .containsExactly("The caller has just said: Where is order 42?\nAnswer that.");
        assertThat(call.agent.ofKind("input.audio")).isEmpty();
    }

    @Test
    void whatNobodyWroteDownTheCallerIsAskedToSayAgain() {
        BridgeOnMemoryNetwork call = assemblyAi();
        call.callerListensFor(20_000);
        call.agent.send("{'type':'input.speech.started'}");
        call.callerSays("d2hlcmU=");
        call.agent.send("{'type':'input.speech.stopped'}");
        expire(call);
        assertThat(call.agent.ofKind("reply.create").get(0).path("instructions").asText())
                .contains("Ask the caller to say it again");
    }

    @Test
    void aCallerOfWhomOnlyTheLastWordsWereHeardIsAskedToRepeatUnlessTheAgentAnswers() {
        BridgeOnMemoryNetwork call = assemblyAiThatExpiresInMidSentence();
        call.agent.send("{'type':'input.speech.started'}");
        frames(call, 5_000);
        call.agent.send("{'type':'input.speech.stopped'}");
        frames(call, 1_000);
        assertThat(call.agent.ofKind("reply.create")).isEmpty();

        frames(call, 1_000);

        assertThat(call.agent.ofKind("reply.create")).singleElement().satisfies(reply -> assertThat(
                        reply.path("instructions").asText())
                .contains("Ask the caller to say it again"));
    }

    @Test
    void aCallerWhoseLastWordsTheAgentDidNotNoticeIsAskedToRepeatOnce() {
        BridgeOnMemoryNetwork call = assemblyAiThatExpiresInMidSentence();
        frames(call, 2_900);
        assertThat(call.agent.ofKind("reply.create")).isEmpty();

        frames(call, 10_000);

        assertThat(call.agent.ofKind("reply.create")).hasSize(1);
    }

    @Test
    void whoAnswersTheLastWordsIsNotDisturbed() {
        BridgeOnMemoryNetwork call = assemblyAiThatExpiresInMidSentence();
        call.agent.send("{'type':'input.speech.stopped'}");
        call.agent.send("{'type':'reply.started'}");
        frames(call, 5_000);
        assertThat(call.agent.ofKind("reply.create")).isEmpty();
    }

    @Test
    void anAgentWhoseLimitIsSetIsFollowedByOneThatKnowsWhatWasSaid() {
        BridgeOnMemoryNetwork call = omni("");
        call.callerListensFor(14_000);
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(1);
        call.callerListensFor(2_000);
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(2);
        call.agent.heard.clear();
        call.agent.send("{'type':'hello'}");
        call.advanceMs(1);
        JsonNode configure = call.agent.ofKind("configure").get(0);
        assertThat(configure.path("persona").asText()).contains("You: Hello.");
        assertThat(configure.path("greeting").asText()).isEmpty();
        call.callerListensFor(1_000);
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("renewed") && fact.endsWith("in a pause"));
        assertThat(call.facts).noneMatch(fact -> fact.startsWith("session ends"));
    }

    @Test
    void whereNoOtherCanGoOnTheCallerHearsThatTheEndIsNear() {
        BridgeOnMemoryNetwork call = omni("agent_7");
        call.callerListensFor(14_000);
        assertThat(call.twilio.heard).isEmpty();
        call.callerListensFor(1_200);
        assertThat(call.facts).contains("session ends in 5 s");
        assertThat(call.twilio.kinds()).containsExactly("media", "mark");
        call.markComesBack("s1");
        assertThat(call.twilio.ends).isEmpty();

        call.callerListensFor(4_000);
        assertThat(call.facts).endsWith("failed agent-expired", "ended");
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(1);
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @Test
    void anEndThatTheServiceForcesIsFollowedByAnotherSession() {
        BridgeOnMemoryNetwork call = omni("");
        call.callerListensFor(10_000);
        call.agent.send("{'type':'session_ending','reason':'max_duration'}");
        call.advanceMs(1);
        assertThat(call.twilio.ends).isEmpty();
        call.agent.send("{'type':'hello'}");
        call.advanceMs(1);
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("renewed"));
    }

    /** Whose service ends its sessions after 20 s. */
    private static BridgeOnMemoryNetwork omni(String storedAgent) {
        WireSettings usual = Omni.SERVICE.defaults().wire();
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(
                Omni.SERVICE,
                Omni.SERVICE
                        .defaults()
                        .withModel(storedAgent)
                        .withWire(new WireSettings(null, usual.shape(), usual.bargeIn(), usual.toolResults(), 20_000)));
        call.startStream(call.token());
        call.agent.send("{'type':'hello'}");
        call.agent.send("{'type':'transcript','role':'assistant','final':true,'text':'Hello.'}");
        call.advanceMs(1);
        return call;
    }

    private static BridgeOnMemoryNetwork assemblyAi() {
        BridgeOnMemoryNetwork call =
                new BridgeOnMemoryNetwork(AssemblyAi.VOICE_AGENT, AssemblyAi.VOICE_AGENT.defaults());
        call.startStream(call.token());
        call.agent.send("{'type':'session.ready','session_id':'s'}");
        call.advanceMs(1);
        return call;
    }

    /** The caller's line in every detail, a frame each 20 ms. */
    private static void frames(BridgeOnMemoryNetwork call, int ms) {
        String frame = Base64.getEncoder().encodeToString(LineFrame.SILENCE.mulaw());
        for (int at = 0; at < ms; at += 20) {
            call.callerSays(frame);
            call.advanceMs(19);
        }
    }

    private static BridgeOnMemoryNetwork assemblyAiThatExpiresInMidSentence() {
        BridgeOnMemoryNetwork call = assemblyAi();
        call.callerListensFor(20_000);
        call.agent.send("{'type':'input.speech.started'}");
        call.callerSays("d2hlcmU=");
        expire(call);
        return call;
    }

    private static void expire(BridgeOnMemoryNetwork call) {
        call.advanceMs(1);
        call.agent.send("{'type':'session.error','code':'session_expired','message':'too long'}");
        call.advanceMs(1);
        call.agent.heard.clear();
        call.agent.send("{'type':'session.ready','session_id':'s'}");
        call.advanceMs(1);
    }

    private static void configure(BridgeOnMemoryNetwork call) {
        call.agent.send("{'type':'session.created','session':{}}");
        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
    }
}
