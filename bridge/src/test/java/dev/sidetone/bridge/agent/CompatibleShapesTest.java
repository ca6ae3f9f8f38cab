package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.WireSettings.Shape;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.audio.AudioFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** xAI's and Azure's voices, by settings of a compatible agent alone. */
class CompatibleShapesTest {
    private final DialectTalk talk = new DialectTalk();

    @Test
    void xaiIsConfiguredWhenItsConversationBeginsWithTurnDetectionWhereItLooksForIt() {
        AgentDialect agent = DialectTalk.dialect(OpenAi.COMPATIBLE, settings(Shape.XAI, "grok-voice-latest", "eve"));
        assertThat(agent.handshake().join().url().getQuery()).isEqualTo("model=grok-voice-latest");
        talk.say(agent, "{'type':'conversation.created','conversation':{'id':'c'}}");
        JsonNode session = talk.sent.get(0).path("session");
        assertThat(session.has("type")).isFalse();
        assertThat(session.has("output_modalities")).isFalse();
        assertThat(session.path("voice").asText()).isEqualTo("eve");
        assertThat(session.at("/turn_detection/silence_duration_ms").asInt()).isEqualTo(500);
        assertThat(session.at("/audio/input/format/type").asText()).isEqualTo("audio/pcmu");
        assertThat(session.at("/audio/output/format/type").asText()).isEqualTo("audio/pcmu");

        talk.say(agent, "{'type':'session.created','session':{'id':'s'}}");
        assertThat(talk.kinds).as("configured once, whichever comes first").containsExactly("> session.update");
        talk.say(agent, "{'type':'ping','timestamp':1}");
        talk.say(agent, "{'type':'session.updated','session':{}}");
        assertThat(talk.told).containsExactly("ready");
    }

    @Test
    void xaiIsOrderedToStopAndNothingIsTruncated() {
        AgentDialect agent = DialectTalk.dialect(OpenAi.COMPATIBLE, settings(Shape.XAI, "grok-voice-latest", "eve"));
        talk.say(agent, "{'type':'conversation.created'}");
        talk.say(agent, "{'type':'session.updated','session':{}}");
        talk.say(agent, "{'type':'response.created','response':{'id':'r'}}");
        talk.say(agent, "{'type':'response.output_audio.delta','item_id':'i','delta':'/////w=='}");
        talk.kinds.clear();
        talk.say(agent, "{'type':'input_audio_buffer.speech_started','item_id':'u'}");
        agent.interrupt("i", 0, talk);
        assertThat(talk.kinds).containsExactly("> response.cancel");
        assertThat(talk.told).endsWith("caller started");
    }

    @Test
    void voiceLiveIsDialledWithItsVersionAndGivenAVoiceThatIsAnObject() {
        AgentSettings settings = settings(Shape.VOICE_LIVE, "gpt-realtime", "en-US-AvaNeural")
                .withAudio(AgentAudio.both(AudioFormat.pcm16(16_000)));
        AgentDialect agent = DialectTalk.dialect(OpenAi.COMPATIBLE, settings);
        Handshake handshake = agent.handshake().join();
        assertThat(handshake.url().getQuery()).matches("api-version=20\\d\\d-\\d\\d-\\d\\d&model=gpt-realtime");
        assertThat(handshake.headers()).doesNotContainKey("OpenAI-Beta").containsEntry("api-key", "k");
        talk.say(agent, "{'type':'session.created','session':{}}");
        JsonNode session = talk.sent.get(0).path("session");
        assertThat(session.at("/voice/type").asText()).isEqualTo("azure-standard");
        assertThat(session.at("/voice/name").asText()).isEqualTo("en-US-AvaNeural");
        assertThat(session.path("input_audio_format").asText()).isEqualTo("pcm16");
        assertThat(session.path("input_audio_sampling_rate").asInt()).isEqualTo(16_000);
        assertThat(session.path("output_audio_format").asText()).isEqualTo("pcm16_16000hz");
        assertThat(session.at("/turn_detection/type").asText()).isEqualTo("server_vad");
    }

    @Test
    void voiceLiveTakesMulawAndSpeaksUnderTheOlderNames() {
        AgentDialect agent =
                DialectTalk.dialect(OpenAi.COMPATIBLE, settings(Shape.VOICE_LIVE, "gpt-realtime", "alloy"));
        talk.say(agent, "{'type':'session.created','session':{}}");
        JsonNode session = talk.sent.get(0).path("session");
        assertThat(session.path("input_audio_format").asText()).isEqualTo("g711_ulaw");
        assertThat(session.path("output_audio_format").asText()).isEqualTo("g711_ulaw");
        assertThat(session.at("/voice/type").asText()).isEqualTo("openai");
        talk.say(agent, "{'type':'warning','warning':{'message':'m','code':'c'}}");
        talk.say(agent, "{'type':'session.updated','session':{}}");
        talk.say(agent, "{'type':'response.audio.delta','item_id':'i','delta':'/////w=='}");
        assertThat(talk.told).containsExactly("ready", "i 4 bytes");
    }

    private static AgentSettings settings(Shape shape, String model, String voice) {
        AgentSettings usual = OpenAi.COMPATIBLE.defaults();
        return new AgentSettings(
                model,
                voice,
                usual.instructions(),
                null,
                usual.turnDetection(),
                usual.audio(),
                usual.tools(),
                usual.unreachable(),
                Map.of("api-key", "k"),
                new WireSettings(
                        null, shape, usual.wire().bargeIn(), usual.wire().toolResults(), 0));
    }
}
