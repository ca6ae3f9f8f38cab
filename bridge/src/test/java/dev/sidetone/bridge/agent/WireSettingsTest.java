package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.WireSettings.BargeIn;
import dev.sidetone.bridge.agent.WireSettings.Shape;
import dev.sidetone.bridge.agent.WireSettings.ToolResults;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.audio.AudioFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be chosen about a wire, on messages written by hand. */
class WireSettingsTest {
    private final DialectTalk talk = new DialectTalk();

    @Test
    void anyWordOfTheCallersCutsAnAnswerOff() {
        AgentDialect agent = talking(BargeIn.EARLY, ToolResults.AFTER_REPLY);
        talk.say(agent, "{'type':'input.speech.started'}");
        talk.say(agent, "{'type':'reply.audio','data':'/////w=='}");
        assertThat(talk.told).containsExactly("caller started");
        talk.say(agent, "{'type':'transcript.agent','text':'Well','interrupted':true}");
        talk.say(agent, "{'type':'reply.done','status':'interrupted'}");
        assertThat(talk.told).as("told once").containsExactly("caller started", "AGENT Well", "broke off");
    }

    @Test
    void anUhHuhDoesNotCutAnAnswerOffWhenOnlyAnInterruptionMay() {
        AgentDialect agent = talking(BargeIn.LATE, ToolResults.AFTER_REPLY);
        talk.say(agent, "{'type':'input.speech.started'}");
        talk.say(agent, "{'type':'reply.audio','data':'/////w=='}");
        assertThat(talk.told).containsExactly("reply-1 4 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'transcript.agent','text':'','interrupted':true}",
                "{'type':'reply.done','status':'interrupted'}"
            })
    void aRealInterruptionCutsItOffHoweverItIsTold(String interruption) {
        AgentDialect agent = talking(BargeIn.LATE, ToolResults.AFTER_REPLY);
        talk.say(agent, "{'type':'input.speech.started'}");
        talk.say(agent, interruption);
        talk.say(agent, "{'type':'reply.audio','data':'/////w=='}");
        assertThat(talk.told).contains("caller started").doesNotContain("reply-1 4 bytes");
        talk.say(agent, "{'type':'reply.started'}");
        talk.say(agent, "{'type':'reply.audio','data':'/////w=='}");
        assertThat(talk.told).contains("reply-2 4 bytes");
    }

    @Test
    void betweenRepliesSpeechIsToldWhateverCutsThem() {
        AgentDialect agent = talking(BargeIn.LATE, ToolResults.AFTER_REPLY);
        talk.say(agent, "{'type':'reply.done'}");
        talk.say(agent, "{'type':'input.speech.started'}");
        assertThat(talk.told).containsExactly("caller started");
    }

    @Test
    void aToolsResultWaitsForTheEndOfTheReply() {
        AgentDialect agent = talking(BargeIn.EARLY, ToolResults.AFTER_REPLY);
        agent.giveResult(new ToolResult("c", "{}", false), talk);
        assertThat(talk.kinds).isEmpty();
        talk.say(agent, "{'type':'reply.done','status':'completed'}");
        assertThat(talk.kinds).containsExactly("> tool.result");
    }

    @Test
    void aToolsResultGoesAtOnceWhenItMay() {
        AgentDialect agent = talking(BargeIn.EARLY, ToolResults.IMMEDIATE);
        agent.giveResult(new ToolResult("c", "{}", false), talk);
        assertThat(talk.kinds).containsExactly("> tool.result");
    }

    @Test
    void aCompatibleServerIsSpokenToInTheShapeThatItKnows() {
        AgentSettings settings =
                compatible(Shape.BETA, "whisper-1").withAudio(AgentAudio.both(AudioFormat.pcm16(24_000)));
        AgentDialect agent = DialectTalk.dialect(OpenAi.COMPATIBLE, settings);
        assertThat(agent.handshake().join().headers()).containsEntry("OpenAI-Beta", "realtime=v1");
        assertThat(agent.longestNs()).isZero();
        talk.say(agent, "{'type':'session.created','session':{}}");
        JsonNode session = talk.sent.get(0).path("session");
        assertThat(session.has("type")).isFalse();
        assertThat(session.path("input_audio_format").asText()).isEqualTo("pcm16");
        assertThat(session.path("output_audio_format").asText()).isEqualTo("pcm16");
        assertThat(session.at("/input_audio_transcription/model").asText()).isEqualTo("whisper-1");
        assertThat(session.at("/turn_detection/silence_duration_ms").asInt()).isEqualTo(500);

        talk.say(agent, "{'type':'session.updated','session':{}}");
        talk.say(agent, "{'type':'response.audio.delta','item_id':'i','delta':'" + "AAAA".repeat(40) + "'}");
        talk.say(agent, "{'type':'response.audio_transcript.done','item_id':'i','transcript':'Hello.'}");
        talk.say(agent, "{'type':'conversation.item.input_audio_transcription.completed','transcript':'Hi.'}");
        assertThat(talk.told).containsExactly("ready", "i 20 bytes", "AGENT Hello.", "CALLER Hi.");
    }

    @Test
    void aCompatibleServerIsAskedForNoTranscriptThatItMayNotHave() {
        AgentDialect agent = DialectTalk.dialect(OpenAi.COMPATIBLE, compatible(Shape.GA, null));
        assertThat(agent.handshake().join().headers()).doesNotContainKey("OpenAI-Beta");
        talk.say(agent, "{'type':'session.created','session':{}}");
        assertThat(talk.sent.get(0).at("/session/type").asText()).isEqualTo("realtime");
        assertThat(talk.sent.get(0).at("/session/audio/input").has("transcription"))
                .isFalse();
    }

    @Test
    void inworldIsToldToStopAndItsPingsAndBackChannelsDisturbNothing() {
        AgentDialect agent = DialectTalk.dialect(Inworld.REALTIME, Inworld.REALTIME.defaults());
        talk.say(agent, "{'type':'session.updated','session':{}}");
        talk.say(agent, "{'type':'response.created','response':{'id':'r'}}");
        talk.say(agent, "{'type':'response.output_audio.delta','item_id':'i','delta':'/////w=='}");
        talk.told.clear();
        talk.kinds.clear();
        talk.say(agent, "{'type':'ping','timestamp':1790000000000}");
        talk.say(agent, "{'type':'response.backchannel.audio.delta','backchannel_id':'b','delta':'/////w=='}");
        talk.say(agent, "{'type':'response.backchannel.audio.done','backchannel_id':'b','phrase':'mm-hm'}");
        assertThat(talk.told).isEmpty();
        assertThat(talk.kinds).isEmpty();

        talk.say(agent, "{'type':'input_audio_buffer.speech_started'}");
        agent.interrupt("i", 0, talk);
        assertThat(talk.told).containsExactly("caller started");
        assertThat(talk.kinds).containsExactly("> response.cancel");
        talk.say(agent, "{'type':'response.done','response':{'id':'r','status':'cancelled'}}");
        agent.interrupt("i", 0, talk);
        assertThat(talk.kinds).as("nothing is left to stop").containsExactly("> response.cancel");
    }

    private AgentDialect talking(BargeIn bargeIn, ToolResults results) {
        AgentSettings settings =
                AssemblyAi.VOICE_AGENT.defaults().withWire(new WireSettings(null, Shape.GA, bargeIn, results, 0));
        AgentDialect agent = DialectTalk.dialect(AssemblyAi.VOICE_AGENT, settings);
        talk.say(agent, "{'type':'session.ready'}");
        talk.say(agent, "{'type':'reply.started'}");
        talk.told.clear();
        return agent;
    }

    private static AgentSettings compatible(Shape shape, @Nullable String transcription) {
        return OpenAi.COMPATIBLE
                .defaults()
                .withWire(new WireSettings(transcription, shape, BargeIn.EARLY, ToolResults.AFTER_REPLY, 0));
    }
}
