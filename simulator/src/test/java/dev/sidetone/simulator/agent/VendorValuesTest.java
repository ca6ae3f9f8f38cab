package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.simulator.agent.assemblyai.FakeAssemblyAi;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.rig.FakeByName;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value that the pages of AssemblyAI, Inworld and Omni allow is taken. OpenAI's: {@link OpenAiValuesTest}. */
class VendorValuesTest {
    private static final Map<String, String> BEARER = Map.of("Authorization", "Bearer k");
    private static final Map<String, String> OMNI_KEY = Map.of("Sec-WebSocket-Protocol", "pyai-key.k");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'input':{'format':{'encoding':'audio/pcma'}},'output':{'format':{'encoding':'audio/pcma'}}",
                "'input':{'format':{'encoding':'audio/pcm','sample_rate':24000}}",
                "'input':{'turn_detection':{'min_silence':600,'max_silence':1500,'interruption_delay':200}}",
                "'input':{'keyterms':['Acme'],'transcription_mode':'balanced','voice_focus':'near-field'}",
                "'output':{'voice':'vera','volume':70},'tools':[{'type':'function','name':'f','execution_mode':'hold'}]"
            })
    void assemblyAiTakesWhatItsPageAllows(String session) {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", BEARER);
        client.send("{'type':'session.update','session':{" + session + "}}");
        assertThat(client.kinds()).containsExactly("session.ready");
    }

    @Test
    void assemblyAiRefusesARateThatItDoesNotHave() {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", BEARER);
        client.send(
                "{'type':'session.update','session':{'input':{'format':{'encoding':'audio/pcm','sample_rate':16000}}}}");
        assertThat(client.only("session.error").path("param").asText()).isEqualTo("input.format.sample_rate");
    }

    @Test
    void assemblyAiSpeaksAlaw() {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", BEARER);
        client.send(
                "{'type':'session.update','session':{'greeting':'Hi.','output':{'format':{'encoding':'audio/pcma'}}}}");
        client.pass(2_000);
        JsonNode first = client.all("reply.audio").get(3);
        assertThat(Base64.getDecoder().decode(first.path("data").asText())).hasSize(300);
    }

    @Test
    void assemblyAiLetsABrowserInWithAToken() {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws?token=t_1", Map.of());
        client.send("{'type':'session.update','session':{}}");
        assertThat(client.kinds()).containsExactly("session.ready");
    }

    @Test
    void assemblyAiNoLongerYieldsOnceItWasAskedNotTo() {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", BEARER);
        client.send("{'type':'session.update','session':{'input':{'format':{'encoding':'audio/pcmu'}},"
                + "'output':{'format':{'encoding':'audio/pcmu'}}}}");
        client.send("{'type':'session.update','session':{'input':{'turn_detection':{'interrupt_response':false}}}}");
        assertThat(client.only("session.updated")
                        .at("/config/input/turn_detection/interrupt_response")
                        .asBoolean(true))
                .isFalse();
        client.startLine("{'type':'input.audio','audio':'%s'}");
        client.say(Sounds.tone(800));
        client.pass(2_000);
        client.say(Sounds.tone(800));
        client.pass(2_500);
        assertThat(client.agent.log().interruptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'model':'inworld/router','temperature':0.7,'providerData':{'tts':{}}",
                "'output_modalities':['audio','text'],'audio':{'output':{'model':'inworld-tts-2','speed':1.2}}",
                "'output_modalities':['text']",
                "'audio':{'input':{'format':{'type':'audio/pcm'}},'output':{'format':'audio/pcma'}}",
                "'audio':{'input':{'format':{'type':'audio/pcm','rate':48000}},'output':{'format':{'type':'audio/pcm','rate':44100}}}",
                "'audio':{'input':{'format':{'type':'audio/float32','rate':16000}}}",
                "'audio':{'input':{'transcription':{'model':'inworld/inworld-stt-1','language':'en'}}}",
                "'tools':[{'type':'web_search'},{'type':'mcp','server_label':'a','server_url':'https://x.test'}]",
                "'audio':{'input':{'turn_detection':{'type':'semantic_vad','eagerness':'low'}}}"
            })
    void inworldTakesWhatItsPageAllowsAndGivesItBack(String session) {
        HandClient client = inworld();
        client.send("{'type':'session.update','session':{'type':'realtime'," + session + "}}");
        assertThat(client.kinds()).containsExactly("session.updated");
        JsonNode asked = ClientMessage.json("{" + session.replace('\'', '"') + "}");
        isIn(asked, client.only("session.updated").path("session"));
    }

    private static void isIn(JsonNode asked, JsonNode given) {
        asked.properties().forEach(field -> {
            JsonNode found = given.path(field.getKey());
            if (field.getValue().isObject()) {
                isIn(field.getValue(), found);
            } else {
                assertThat(found).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    @Test
    void inworldSpeaksAtFortyFourOne() {
        HandClient client = inworld();
        client.send("{'type':'session.update','session':{'type':'realtime','audio':{'input':{'format':'audio/pcmu'},"
                + "'output':{'format':{'type':'audio/pcm','rate':44100}}}}}");
        client.send("{'type':'response.create'}");
        client.pass(2_000);
        int bytes = client.all("response.output_audio.delta").stream()
                .mapToInt(
                        delta -> Base64.getDecoder().decode(delta.path("delta").asText()).length)
                .sum();
        assertThat(bytes).isBetween(600 * 88 - 200, 600 * 89);
    }

    @ParameterizedTest
    @CsvSource({
        "omni, /v1/omni?rate=16000",
        "omni, /v1/omni",
        "omni, /v1/omni?format=pcm16",
        "omni, /v2/omni/chat?agent=agent_1&format=pcm16&rate=8000",
        "omni-v2, /v1/omni?session_label=tag_1"
    })
    void omniTakesAQueryThatLeavesOutWhatIsUsual(@ConvertWith(FakeByName.class) FakeService wire, String path) {
        HandClient client = new HandClient(wire).dial(path, OMNI_KEY);
        assertThat(client.refused).isEmpty();
        assertThat(client.kinds()).startsWith("hello");
    }

    @Test
    void omniIgnoresWhatItDoesNotKnowAndSaysSo() {
        HandClient client = new HandClient(FakeOmni.TAGGED).dial("/v1/omni?format=pcm16&rate=8000", OMNI_KEY);
        client.sendTagged(
                3,
                "{'type':'configure','persona':'p','language':'en','model_tier':'fast','greeting':'','idle_check_in':3}");
        JsonNode ack = client.only("config_ack");
        assertThat(ack.path("honored").toString()).contains("persona").doesNotContain("language");
        assertThat(ack.path("ignored").toString()).contains("language", "model_tier", "idle_check_in");
    }

    private static HandClient inworld() {
        HandClient client = new HandClient(FakeInworld.REALTIME)
                .dial("/api/v1/realtime/session?key=a&protocol=realtime", Map.of("Authorization", "Basic k"));
        client.seen.clear();
        return client;
    }
}
