package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeServerEvent;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every message of the GA wire, the fake's and the bridge's, is read by the types of OpenAI's own client library. */
class OpenAiTypesTest {
    private static final JsonMapper JSON = ObjectMappers.jsonMapper();
    private static final AgentScript.Utterance TONE = new AgentScript.Utterance.Tone(4_000);
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withoutExcuses()
            .withTurns(List.of(
                    new AgentScript.Turn(150, TONE),
                    new AgentScript.Turn(150, new AgentScript.Action.CallTool("book_table", "{\"day\":\"today\"}"))));

    private final Set<String> kinds = new HashSet<>();

    @Test
    void theBridgeAndTheFakeSpeakAsTheLibraryReads() {
        WireTalk talk = WireTalk.with(FakeOpenAi.REALTIME, SCRIPT);
        talk.pass(2_000);
        talk.say(Sounds.tone(800));
        talk.pass(2_200);
        talk.say(Sounds.tone(800));
        talk.pass(300);
        talk.interrupt(talk.answers().get(1), 100);
        talk.pass(2_500);
        talk.log().toolCalls().forEach(call -> talk.giveResult(call.callId(), "{\"done\":true}", false));
        talk.press('5');
        talk.pass(8_000);
        talk.hangUp();
        assertThat(talk.log().toolCalls()).isNotEmpty();
        assertThat(talk.log().truncations()).isNotEmpty();
        reads(talk.recorded);
        assertThat(kinds)
                .contains(
                        "session.update",
                        "input_audio_buffer.append",
                        "response.create",
                        "conversation.item.create",
                        "conversation.item.truncate",
                        "session.created",
                        "session.updated",
                        "input_audio_buffer.speech_started",
                        "input_audio_buffer.speech_stopped",
                        "input_audio_buffer.committed",
                        "conversation.item.added",
                        "conversation.item.done",
                        "conversation.item.truncated",
                        "response.created",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_audio.delta",
                        "response.output_audio.done",
                        "response.output_audio_transcript.delta",
                        "response.output_audio_transcript.done",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.done",
                        "rate_limits.updated");
    }

    @Test
    void theFakeAnswersOtherClientsAsTheLibraryReads() {
        client(List.of(
                "{'type':'session.update','session':{'type':'realtime','output_modalities':['audio'],'instructions':'Hi',"
                        + "'audio':{'input':{'format':{'type':'audio/pcmu'},'transcription':{'model':'gpt-transcribe'},"
                        + "'turn_detection':{'type':'semantic_vad','eagerness':'low'}},"
                        + "'output':{'format':{'type':'audio/pcm','rate':24000},'voice':'cedar'}},"
                        + "'tools':[{'type':'function','name':'f','description':'d','parameters':{'type':'object'}}],"
                        + "'tool_choice':'auto','max_output_tokens':4096}}",
                "{'type':'input_audio_buffer.append','audio':'////////////////////////'}",
                "{'type':'input_audio_buffer.commit'}",
                "{'type':'input_audio_buffer.clear'}",
                "{'type':'conversation.item.create','item':{'id':'m1','type':'message','role':'user','content':[{'type':'input_text','text':'Hello'}]}}",
                "{'type':'conversation.item.retrieve','item_id':'m1'}",
                "{'type':'conversation.item.delete','item_id':'m1'}",
                "{'type':'conversation.item.delete','item_id':'m1'}",
                "{'type':'response.create','response':{'output_modalities':['text'],'metadata':{'a':'b'}}}",
                "{'type':'response.cancel'}",
                "{'type':'response.create'}",
                "{'type':'session.update','session':{'type':'realtime','audio':{'input':{'turn_detection':null}}}}",
                "{'type':'response.cancel','event_id':'mine'}",
                "{'type':'response.cancel'}"));
        assertThat(kinds)
                .contains(
                        "input_audio_buffer.cleared",
                        "conversation.item.retrieved",
                        "conversation.item.deleted",
                        "conversation.item.input_audio_transcription.failed",
                        "response.output_text.delta",
                        "error");
    }

    @Test
    void theFakesFaultsAreThoseOfTheServiceAndReadToo() {
        for (Set<AgentFault> faults : List.of(
                Set.of(AgentFault.PREAMBLE, AgentFault.INCOMPLETE, AgentFault.EXPIRE),
                Set.of(AgentFault.TEXT_ONLY, AgentFault.CONTENT_FILTER, AgentFault.IDLE),
                Set.of(AgentFault.QUOTA))) {
            WireTalk talk = new WireTalk(FakeOpenAi.REALTIME, SCRIPT, faults, "practice", null);
            talk.pass(2_000);
            talk.say(Sounds.tone(800));
            talk.pass(9_000);
            reads(talk.recorded);
        }
        assertThat(kinds).contains("input_audio_buffer.timeout_triggered", "response.output_text.done", "error");
    }

    /** Else the library would take anything. */
    @Test
    void whatIsNoMessageOfTheWireIsNotRead() {
        for (String wrong : List.of(
                "{'type':'response.audio.delta','event_id':'e','response_id':'r','item_id':'i','output_index':0,'content_index':0,'delta':'//8='}",
                "{'type':'response.output_audio.delta','event_id':'e','response_id':'r','output_index':0,'content_index':0,'delta':'//8='}",
                "{'type':'response.done','event_id':'e','response':{'status':'ended'}}")) {
            assertThatThrownBy(() -> readsServer(wrong.replace('\'', '"')))
                    .as(wrong)
                    .isInstanceOf(AssertionError.class);
        }
    }

    private void client(List<String> messages) {
        HandClient client = new HandClient(FakeOpenAi.REALTIME, SCRIPT)
                .dial("/v1/realtime?model=gpt-realtime-2.1", Map.of("authorization", "Bearer k"));
        List<String> sent = new ArrayList<>();
        for (String message : messages) {
            sent.add(message.replace('\'', '"'));
            client.send(message);
            client.pass(3_000);
        }
        sent.forEach(this::readsClient);
        client.seen.forEach(message -> readsServer(message.toString()));
    }

    /** Each different message once: silence is fifty of the same a second. */
    private void reads(RecordedAgent recorded) {
        new HashSet<>(recorded.heard).forEach(this::readsClient);
        new HashSet<>(recorded.said).forEach(this::readsServer);
    }

    private void readsServer(String text) {
        kinds.add(type(text));
        try {
            JSON.readValue(text, RealtimeServerEvent.class).validate();
        } catch (JsonProcessingException | OpenAIInvalidDataException e) {
            throw new AssertionError("OpenAI's library cannot read " + text, e);
        }
    }

    private void readsClient(String text) {
        kinds.add(type(text));
        try {
            JSON.readValue(text, RealtimeClientEvent.class).validate();
        } catch (JsonProcessingException | OpenAIInvalidDataException e) {
            throw new AssertionError("OpenAI's library cannot read " + text, e);
        }
    }

    private static String type(String text) {
        return JsonText.of(ClientMessage.json(text).path("type"));
    }
}
