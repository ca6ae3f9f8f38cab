package dev.sidetone.simulator.agent;

import static dev.sidetone.simulator.agent.PhoneClient.HOP_NS;
import static dev.sidetone.simulator.agent.PhoneClient.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.agent.PhoneClient.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentConversationTest {
    private static final String CREATE = "{\"type\":\"response.create\"}";

    private final PhoneClient client = PhoneClient.inCall(AgentScript.practice());

    @Test
    void askedToSpeakBeforeAnybodyElseItGreets() {
        long askedNs = client.timers.nowNs();
        client.send("{\"type\":\"response.create\",\"response\":{\"instructions\":\"Greet the caller.\"}}");
        Seen first = client.await("response.output_audio.delta");

        assertThat(first.atNs()).isEqualTo(askedNs + 150 * MS + 2 * HOP_NS);
        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .isEqualTo("Hello, this is the practice agent.");
        assertThat(client.log().greeting())
                .extracting(AgentLog.Spoken::firstDeltaAtNs)
                .isEqualTo(first.atNs() - HOP_NS);
        assertThat(client.log().turns()).isEmpty();
    }

    @Test
    void itGreetsOnlyOnce() {
        client.send(CREATE);
        client.await("response.done");
        client.send(CREATE);

        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .startsWith("Yes, we are open");
        assertThat(client.log().spoken())
                .extracting(AgentLog.Spoken::why)
                .containsExactly(AgentLog.Why.GREETING, AgentLog.Why.ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "5, You pressed five.",
        "#, You pressed pound.",
        "12, You pressed one. two.",
        "*0, You pressed star. zero."
    })
    void itNamesTheKeysThatWerePressed(String keys, String words) {
        press("[caller pressed " + keys + "]");
        client.send(CREATE);

        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .isEqualTo(words);
        assertThat(client.log().keys()).extracting(AgentLog.Keys::keys).containsExactly(keys);
        assertThat(client.audio().length).isGreaterThan(8000);
    }

    @Test
    void keysOfSeveralMessagesAreNamedTogether() {
        press("[caller pressed 4]");
        press("[caller pressed 2]");
        client.send(CREATE);

        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .isEqualTo("You pressed four. two.");
    }

    @Test
    void aMessageBecomesAnItemOfTheConversation() {
        press("[caller pressed 5]");

        Seen added = client.only("conversation.item.added");
        assertThat(client.types()).containsExactly("conversation.item.added", "conversation.item.done");
        assertThat(added.json().path("previous_item_id").isNull()).isTrue();
        assertThat(added.text("/item/status")).isEqualTo("completed");
        assertThat(added.text("/item/object")).isEqualTo("realtime.item");
        assertThat(added.text("/item/role")).isEqualTo("user");
        assertThat(added.text("/item/content/0/text")).isEqualTo("[caller pressed 5]");
    }

    @Test
    void aToolsResultBecomesAnItemToo() {
        client.send("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"function_call\","
                + "\"call_id\":\"call_1\",\"name\":\"look\",\"arguments\":\"{}\"}}");
        client.pass(10);
        client.seen.clear();
        client.send("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"function_call_output\","
                + "\"call_id\":\"call_1\",\"output\":\"{}\"}}");
        client.pass(10);

        assertThat(client.only("conversation.item.done").text("/item/call_id")).isEqualTo("call_1");
    }

    @Test
    void aResultThatNobodyWaitsForIsRefused() {
        client.send("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"function_call_output\","
                + "\"call_id\":\"call_9\",\"output\":\"{}\"}}");
        client.pass(10);

        assertThat(client.only("error").text("/error/param")).isEqualTo("item.call_id");
    }

    @Test
    void itemsFollowOneAnother() {
        press("first");
        press("second");
        String first = client.all("conversation.item.added").get(0).text("/item/id");
        String second = client.all("conversation.item.added").get(1).text("/item/id");
        assertThat(client.all("conversation.item.added").get(1).text("/previous_item_id"))
                .isEqualTo(first);

        client.send("{\"type\":\"conversation.item.delete\",\"item_id\":\"" + second + "\"}");
        client.await("conversation.item.deleted");
        press("third");

        assertThat(client.last("conversation.item.added").text("/previous_item_id"))
                .isEqualTo(first);
    }

    @Test
    void thereIsOneResponseAtATime() {
        client.send(CREATE);
        client.send("{\"type\":\"response.create\",\"event_id\":\"second\"}");
        client.pass(10);

        Seen error = client.only("error");
        assertThat(error.text("/error/code")).isEqualTo("conversation_already_has_active_response");
        assertThat(error.text("/error/event_id")).isEqualTo("second");
        assertThat(client.all("response.created")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    not json                                                                        | invalid_event              |
                    []                                                                              | invalid_event              |
                    {"no":"type"}                                                                   | missing_required_parameter | type
                    {"type":7}                                                                      | invalid_value              | type
                    {"type":"response.audio.create","event_id":"mine"}                              | invalid_value              | type
                    {"type":"input_audio_buffer.append"}                                            | missing_required_parameter | audio
                    {"type":"input_audio_buffer.append","audio":5}                                  | invalid_value              | audio
                    {"type":"input_audio_buffer.append","audio":"?!"}                               | invalid_value              | audio
                    {"type":"session.update"}                                                       | missing_required_parameter | session
                    {"type":"session.update","session":[]}                                          | invalid_value              | session
                    {"type":"response.create","response":{"modalities":["audio"]}}                  | unknown_parameter          | response.modalities
                    {"type":"response.create","response":{"output_modalities":["text","audio"]}}    | invalid_value              | response.output_modalities
                    {"type":"response.create","response":{"audio":{"input":{}}}}                    | unknown_parameter          | response.audio.input
                    {"type":"response.create","now":true}                                           | unknown_parameter          | now
                    {"type":"conversation.item.create"}                                             | missing_required_parameter | item
                    {"type":"conversation.item.create","item":{"type":"thought"}}                   | invalid_value              | item.type
                    {"type":"conversation.item.create","item":{"type":"message","role":"bot"}}      | invalid_value              | item.role
                    {"type":"conversation.item.create","item":{"type":"message","role":"user"}}     | missing_required_parameter | item.content
                    {"type":"conversation.item.create","item":{"type":"message","role":"user","content":[{"type":"text","text":"x"}]}} | invalid_value | item.content[0].type
                    {"type":"conversation.item.create","item":{"type":"message","role":"user","content":[{"type":"input_text"}]}} | missing_required_parameter | item.content[0].text
                    {"type":"conversation.item.create","previous_item_id":"nobody","item":{"type":"message","role":"user","content":[{"type":"input_text","text":"x"}]}} | invalid_value | previous_item_id
                    {"type":"conversation.item.create","item":{"type":"function_call_output","call_id":"c","output":{}}} | invalid_value | item.output
                    {"type":"conversation.item.retrieve","item_id":"nobody"}                        | item_retrieve_invalid_item_id | item_id
                    {"type":"conversation.item.delete","item_id":"nobody"}                          | item_delete_invalid_item_id | item_id
                    {"type":"conversation.item.truncate","item_id":"x"}                             | item_truncate_invalid_item_id | item_id
                    """)
    void whatBreaksTheProtocolIsAnErrorAndTheSessionGoesOn(String text, String code, String param) {
        client.send(text);
        client.pass(10);

        Seen error = client.only("error");
        assertThat(client.types()).containsExactly("error");
        assertThat(error.text("/error/type")).isEqualTo("invalid_request_error");
        assertThat(error.text("/error/code")).isEqualTo(code);
        assertThat(error.text("/error/param")).isEqualTo(param == null ? "null" : param);
        assertThat(error.text("/error/event_id")).isEqualTo(text.contains("mine") ? "mine" : "null");
        assertThat(client.closed).isEmpty();
        client.send(CREATE);
        assertThat(client.await("response.done").text("/response/status")).isEqualTo("completed");
    }

    @Test
    void anUnknownTypeIsToldWhichOnesThereAre() {
        client.send("{\"type\":\"output_audio_buffer.clear\"}");
        client.pass(10);

        assertThat(client.only("error").text("/error/message"))
                .contains("'output_audio_buffer.clear'", "'input_audio_buffer.append'", "'response.cancel'");
    }

    @Test
    void binaryMessagesAndHugeAudioAreErrorsToo() {
        client.sendBinary(new byte[160]);
        client.pass(10);
        client.append(new byte[(15 << 20) + 3]);
        client.pass(10);

        assertThat(client.all("error"))
                .extracting(error -> error.text("/error/code"))
                .containsExactly("invalid_event", "invalid_value");
        client.send(CREATE);
        assertThat(client.await("response.done").text("/response/status")).isEqualTo("completed");
    }

    @Test
    void withoutTurnDetectionTheClientSaysWhenATurnIsOver() {
        setTurnDetection("null");
        client.seen.clear();
        client.say(Sounds.sentence());
        client.pass(5000);
        assertThat(client.seen).isEmpty();

        client.send("{\"type\":\"input_audio_buffer.commit\"}");
        client.send(CREATE);
        client.await("response.done");

        assertThat(client.types().subList(0, 4))
                .isEqualTo(List.of(
                        "input_audio_buffer.committed",
                        "conversation.item.added",
                        "conversation.item.done",
                        "response.created"));
    }

    @Test
    void speechFromBeforeTurnDetectionWasTurnedOnIsNoTurn() {
        setTurnDetection("null");
        client.say(Sounds.tone(1000));
        client.passUntilSaid();
        setTurnDetection("{\"type\":\"server_vad\"}");
        client.seen.clear();
        client.pass(3000);
        assertThat(client.seen).isEmpty();

        client.say(Sounds.tone(1000));
        assertThat(client.await("input_audio_buffer.speech_stopped").text("/item_id"))
                .isEqualTo(client.only("input_audio_buffer.speech_started").text("/item_id"));
    }

    @Test
    void withoutAutomaticAnswersItWaitsToBeAsked() {
        setTurnDetection("{\"type\":\"server_vad\",\"create_response\":false}");
        client.say(Sounds.sentence());
        client.await("input_audio_buffer.committed");
        client.pass(2000);
        assertThat(client.types()).doesNotContain("response.created");

        client.send(CREATE);
        Seen done = client.await("response.done");

        assertThat(client.log().turns().get(0).responseId()).isEqualTo(done.text("/response/id"));
    }

    @Test
    void aClearedBufferHoldsNoTurn() {
        client.say(Sounds.tone(600));
        client.await("input_audio_buffer.speech_started");
        client.passUntilSaid();
        client.send("{\"type\":\"input_audio_buffer.clear\"}");
        client.send("{\"type\":\"input_audio_buffer.commit\"}");
        client.pass(3000);

        assertThat(client.types())
                .containsExactly("input_audio_buffer.speech_started", "input_audio_buffer.cleared", "error");
        assertThat(client.only("error").text("/error/code")).isEqualTo("input_audio_buffer_commit_empty");
    }

    private void setTurnDetection(String value) {
        client.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"audio\":{\"input\":"
                + "{\"turn_detection\":" + value + "}}}}");
        client.await("session.updated");
    }

    private void press(String message) {
        client.send("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\","
                + "\"content\":[{\"type\":\"input_text\",\"text\":\"" + message + "\"}]}}");
        client.pass(10);
    }
}
