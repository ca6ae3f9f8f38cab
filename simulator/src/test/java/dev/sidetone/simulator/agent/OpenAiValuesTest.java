package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value that OpenAI's page allows is taken, in the GA shape; what it refuses is refused in its words. The older shape: {@link BetaValuesTest}. */
class OpenAiValuesTest {
    private static final Map<String, String> KEY = Map.of("Authorization", "Bearer k");
    private static final String PCMU =
            "'audio':{'input':{'format':{'type':'audio/pcmu'}},'output':{'format':{'type':'audio/pcmu'}}}";
    private static final String APPEND = "{'type':'input_audio_buffer.append','audio':'%s'}";

    private HandClient client = new HandClient(FakeOpenAi.REALTIME);

    @Test
    void theAgentsSdksDefaultSessionIsTaken() {
        ga();
        update("'instructions':'Be brief.','model':'gpt-realtime','output_modalities':['audio'],'tool_choice':'auto',"
                + "'tracing':'auto','tools':[],'audio':{'input':{'format':{'type':'audio/pcm','rate':24000},"
                + "'noise_reduction':null,'transcription':{'model':'gpt-4o-mini-transcribe'},"
                + "'turn_detection':{'type':'semantic_vad'}},"
                + "'output':{'format':{'type':'audio/pcm','rate':24000},'voice':'ash','speed':1}}");
        JsonNode detection = client.only("session.updated").at("/session/audio/input/turn_detection");
        assertThat(detection.toString())
                .isEqualTo(
                        "{\"type\":\"semantic_vad\",\"eagerness\":\"auto\",\"create_response\":true,\"interrupt_response\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'audio':{'output':{'speed':0.25}}",
                "'audio':{'output':{'speed':1.5,'voice':{'id':'voice_1234'}}}",
                "'audio':{'input':{'turn_detection':{'type':'semantic_vad','eagerness':'low','create_response':false}}}",
                "'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':5000}}}",
                "'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':30000}}}",
                "'audio':{'input':{'turn_detection':{'type':'server_vad','threshold':0.9,'idle_timeout_ms':null}}}",
                "'audio':{'input':{'turn_detection':null}}",
                "'audio':{'input':{'transcription':{'model':'gpt-transcribe','keywords':['a'],'languages':['en']}}}",
                "'audio':{'input':{'transcription':{'model':'gpt-realtime-whisper','delay':'low'}}}",
                "'audio':{'input':{'format':{'type':'audio/pcma'}},'output':{'format':{'type':'audio/pcma'}}}",
                "'output_modalities':['text']",
                "'reasoning':{'effort':'low'},'parallel_tool_calls':true,'max_output_tokens':4096",
                "'truncation':{'type':'retention_ratio','retention_ratio':0.8},'tracing':{'workflow_name':'x'}",
                "'include':['item.input_audio_transcription.logprobs'],'prompt':{'id':'pmpt_1','version':'2'}",
                "'tools':[{'type':'mcp','server_label':'d','server_url':'https://x.test','require_approval':'never'}]",
                "'tools':[{'type':'function','name':'f','parameters':{}}],'tool_choice':{'type':'function','name':'f'}"
            })
    void whatThePageAllowsIsTaken(String part) {
        ga();
        update(part);
        assertThat(client.kinds()).containsExactly("session.updated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'audio':{'output':{'speed':1.6}}                                                               | invalid_value              | session.audio.output.speed
                    'audio':{'input':{'turn_detection':{'type':'semantic_vad','eagerness':'hasty'}}}               | invalid_value              | session.audio.input.turn_detection.eagerness
                    'audio':{'input':{'turn_detection':{'type':'semantic_vad','threshold':0.5}}}                   | unknown_parameter          | session.audio.input.turn_detection.threshold
                    'audio':{'input':{'turn_detection':{'type':'semantic_vad','idle_timeout_ms':5000}}}            | unknown_parameter          | session.audio.input.turn_detection.idle_timeout_ms
                    'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':4999}}}              | invalid_value              | session.audio.input.turn_detection.idle_timeout_ms
                    'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':30001}}}             | invalid_value              | session.audio.input.turn_detection.idle_timeout_ms
                    'audio':{'input':{'turn_detection':{'type':'vad'}}}                                            | invalid_value              | session.audio.input.turn_detection.type
                    'audio':{'input':{'transcription':{'model':'whisper-9'}}}                                      | invalid_value              | session.audio.input.transcription.model
                    'audio':{'input':{'transcription':{'modell':'whisper-1'}}}                                     | unknown_parameter          | session.audio.input.transcription.modell
                    'audio':{'output':{'format':{'type':'audio/pcm'}}}                                             | missing_required_parameter | session.audio.output.format.rate
                    'output_modalities':['audio','text']                                                           | invalid_value              | session.output_modalities
                    'tools':[{'type':'function','name':'f','strict':true}]                                         | unknown_parameter          | session.tools[0].strict
                    'tools':[{'type':'mcp','server_url':'https://x.test'}]                                         | missing_required_parameter | session.tools[0].server_label
                    'tools':[{'type':'file_search'}]                                                               | invalid_value              | session.tools[0].type
                    'tool_choice':'sometimes'                                                                      | invalid_value              | session.tool_choice
                    'truncation':'never'                                                                           | invalid_value              | session.truncation
                    'reasoning':{'effort':'huge'}                                                                  | invalid_value              | session.reasoning.effort
                    """)
    void whatThePageDoesNotAllowIsRefusedByItsPath(String part, String code, String param) {
        ga();
        update(part);
        assertThat(client.kinds()).containsExactly("error");
        assertThat(client.only("error").at("/error/code").asText()).isEqualTo(code);
        assertThat(client.only("error").at("/error/param").asText()).isEqualTo(param);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-realtime",
                "gpt-realtime-2.1",
                "gpt-realtime-2.1-mini",
                "gpt-realtime-mini-2025-12-15",
                "gpt-audio-1.5"
            })
    void everyRealtimeModelIsServed(String model) {
        client.dial("/v1/realtime?model=" + model, KEY);
        assertThat(client.only("session.created").at("/session/model").asText()).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "?model=gpt-nope, invalid_model, 'Model \"gpt-nope\" is not supported in realtime mode'",
        "?model=gpt-live-1.1, invalid_model, 'Model \"gpt-live-1.1\" is not supported in realtime mode'",
        "?model=gpt-realtime-9, invalid_model, 'Model \"gpt-realtime-9\" is not supported in realtime mode'",
        "?temperature=0.8, missing_model, You must provide a model parameter"
    })
    void anUnknownModelIsRefusedAsTheServiceRefusesIt(String query, String code, String message) {
        client.dial("/v1/realtime" + query, KEY);
        assertThat(client.kinds()).containsExactly("error");
        assertThat(client.only("error").at("/error/code").asText()).isEqualTo(code);
        assertThat(client.only("error").at("/error/message").asText()).startsWith(message);
        assertThat(client.closed).isEqualTo("4000 invalid_request_error." + code);
    }

    @Test
    void whatIsNotEmulatedIsNotedOnceHoweverOftenItIsAskedFor() {
        ga();
        update("'audio':{'input':{'turn_detection':{'type':'semantic_vad'}},'output':{'speed':1.2}}");
        update("'audio':{'input':{'turn_detection':{'type':'semantic_vad'}},'output':{'speed':1.2}}");
        assertThat(client.agent.log().notes())
                .extracting(AgentLog.Note::text)
                .containsExactlyInAnyOrder(
                        "not emulated: semantic_vad: a turn ends after 500 ms of silence, as --endpointing says",
                        "not emulated: speed 1.2: it speaks at 1.0");
    }

    @Test
    void turnsEndBySilenceUnderSemanticVadToo() {
        ga();
        update(PCMU);
        update("'audio':{'input':{'turn_detection':{'type':'semantic_vad'}}}");
        client.startLine(APPEND);
        client.say(Sounds.tone(800));
        client.pass(2_000);
        assertThat(client.kinds())
                .containsSubsequence(
                        "input_audio_buffer.speech_started",
                        "input_audio_buffer.speech_stopped",
                        "response.created",
                        "response.output_audio.delta");
    }

    @Test
    void anIdleCallerIsSpokenToWhenTheTimeoutIsOverAndTheAnswerWasHeard() {
        ga();
        update(PCMU);
        update("'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':5000}}}");
        client.startLine(APPEND);
        client.send("{'type':'response.create'}");
        client.pass(5_500);
        assertThat(client.all("response.done")).hasSize(1);
        assertThat(client.all("input_audio_buffer.timeout_triggered")).isEmpty();
        client.pass(600);
        JsonNode triggered = client.only("input_audio_buffer.timeout_triggered");
        assertThat(triggered.path("audio_end_ms").asLong()
                        - triggered.path("audio_start_ms").asLong())
                .isEqualTo(5_000);
        assertThat(client.only("input_audio_buffer.committed").path("item_id")).isEqualTo(triggered.path("item_id"));
        assertThat(client.all("response.created")).hasSize(2);
        assertThat(client.all("input_audio_buffer.speech_started")).isEmpty();
    }

    @Test
    void aCallerWhoSpeaksIsNotIdle() {
        ga();
        update(PCMU);
        update(
                "'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':5000,'create_response':false}}}");
        client.startLine(APPEND);
        client.send("{'type':'response.create'}");
        client.pass(2_000);
        client.say(Sounds.tone(800));
        client.pass(9_000);
        assertThat(client.all("input_audio_buffer.timeout_triggered")).isEmpty();
    }

    @Test
    void anAnswerInTextHasWordsAndNoSound() {
        client = new HandClient(FakeOpenAi.REALTIME, AgentScript.practice());
        ga();
        update(PCMU + ",'output_modalities':['text']");
        client.send("{'type':'response.create'}");
        client.pass(5_000);
        assertThat(client.kinds())
                .containsSubsequence(
                        "response.created",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.done");
        assertThat(client.all("response.output_audio.delta")).isEmpty();
        assertThat(client.only("response.output_text.done").path("text").asText())
                .startsWith("Hello");
        assertThat(client.only("response.done")
                        .at("/response/output/0/content/0/type")
                        .asText())
                .isEqualTo("output_text");
    }

    @Test
    void oneResponseMayBeInTextWithMetadataOfItsOwn() {
        client = new HandClient(FakeOpenAi.REALTIME, AgentScript.practice());
        ga();
        update(PCMU);
        client.send("{'type':'response.create','response':{'output_modalities':['text'],'metadata':{'topic':'x'},"
                + "'conversation':'none','input':[],'reasoning':{'effort':'low'},'tool_choice':'none',"
                + "'audio':{'output':{'voice':'marin'}},'max_output_tokens':100}}");
        client.pass(6_000);
        assertThat(client.all("error")).isEmpty();
        assertThat(client.all("response.output_audio.delta")).isEmpty();
        assertThat(client.only("response.done").at("/response/metadata/topic").asText())
                .isEqualTo("x");
        client.send("{'type':'response.create'}");
        client.pass(6_000);
        assertThat(client.all("response.output_audio.delta")).isNotEmpty();
    }

    @Test
    void alawIsCarriedBothWays() {
        ga();
        update("'audio':{'input':{'format':{'type':'audio/pcma'}},'output':{'format':{'type':'audio/pcma'}}}");
        client.send("{'type':'response.create'}");
        client.pass(2_000);
        byte[] heard = mulaw(audio());
        assertThat(heard).hasSize(4_800);
        assertThat(SpeechEnergy.dbm0(heard, 2_400, SpeechEnergy.WINDOW))
                .isCloseTo(SpeechEnergy.dbm0(Sounds.tone(600), 2_400, SpeechEnergy.WINDOW), within(0.5f));
        byte[] tone = Sounds.tone(800);
        for (int i = 0; i < tone.length; i++) {
            tone[i] = Alaw.encode(Mulaw.decode(tone[i]));
        }
        client.send(APPEND.replace("%s", Base64.getEncoder().encodeToString(tone)));
        byte[] silence = new byte[8_000];
        Arrays.fill(silence, Alaw.encode((short) 0));
        client.send(APPEND.replace("%s", Base64.getEncoder().encodeToString(silence)));
        client.pass(1_000);
        assertThat(client.all("input_audio_buffer.speech_stopped")).hasSize(1);
    }

    private void ga() {
        client.dial("/v1/realtime?model=gpt-realtime", KEY);
        client.seen.clear();
    }

    private void update(String part) {
        client.send("{'type':'session.update','session':{'type':'realtime'," + part + "}}");
    }

    private byte[] audio() {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        List<JsonNode> deltas = client.all("response.output_audio.delta");
        deltas.forEach(delta ->
                audio.writeBytes(Base64.getDecoder().decode(delta.path("delta").asText())));
        return audio.toByteArray();
    }

    private static byte[] mulaw(byte[] alaw) {
        byte[] codes = new byte[alaw.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Mulaw.encode(Alaw.decode(alaw[i]));
        }
        return codes;
    }
}
