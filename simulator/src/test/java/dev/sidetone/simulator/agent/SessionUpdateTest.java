package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionUpdateTest {
    private final PhoneClient client = new PhoneClient(AgentScript.practice());

    @BeforeEach
    void dial() {
        client.dial();
        client.seen.clear();
    }

    @Test
    void theAnswerIsTheWholeSessionThatIsNowInEffect() {
        client.send(PhoneClient.MULAW_SESSION);
        client.pass(20);

        JsonNode session = client.only("session.updated").json().path("session");
        assertThat(session.at("/audio/input/format").toString()).isEqualTo("{\"type\":\"audio/pcmu\"}");
        assertThat(session.at("/audio/output/format/type").asText()).isEqualTo("audio/pcmu");
        assertThat(session.at("/audio/output/voice").asText()).isEqualTo("marin");
        assertThat(session.at("/audio/output/speed").asDouble()).isEqualTo(1.0);
        assertThat(session.at("/audio/input/turn_detection/prefix_padding_ms").asInt())
                .isEqualTo(300);
        assertThat(session.path("instructions").asText()).isEqualTo("Keep it short.");
        assertThat(session.path("object").asText()).isEqualTo("realtime.session");
        assertThat(session.path("expires_at").asLong()).isPositive();
    }

    @Test
    void whatIsLeftOutStaysAsItWas() {
        client.send(PhoneClient.MULAW_SESSION);
        update("\"audio\":{\"input\":{\"turn_detection\":{\"type\":\"server_vad\",\"interrupt_response\":false}}}");

        JsonNode session = client.last("session.updated").json().path("session");
        assertThat(session.at("/audio/input/turn_detection/interrupt_response").asBoolean())
                .isFalse();
        assertThat(session.at("/audio/input/turn_detection/create_response").asBoolean())
                .isTrue();
        assertThat(session.at("/audio/input/format/type").asText()).isEqualTo("audio/pcmu");
        assertThat(session.at("/audio/output/voice").asText()).isEqualTo("marin");
    }

    @Test
    void theDialledSilenceIsShownInPlaceOfTheOneAskedForAndTheLogSaysSo() {
        update("\"audio\":{\"input\":{\"turn_detection\":{\"type\":\"server_vad\",\"silence_duration_ms\":900}}}");

        assertThat(client.only("session.updated")
                        .json()
                        .at("/session/audio/input/turn_detection/silence_duration_ms")
                        .asInt())
                .isEqualTo(500);
        assertThat(client.log().notes()).singleElement().satisfies(note -> assertThat(note.text())
                .contains("900"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"modalities\":[\"text\",\"audio\"]",
                "\"voice\":\"alloy\"",
                "\"input_audio_format\":\"g711_ulaw\"",
                "\"output_audio_format\":\"g711_ulaw\"",
                "\"input_audio_transcription\":{\"model\":\"whisper-1\"}",
                "\"turn_detection\":{\"type\":\"server_vad\"}",
                "\"temperature\":0.8",
                "\"max_response_output_tokens\":\"inf\"",
                "\"audio\":{\"input\":{\"rate\":8000}}",
                "\"audio\":{\"input\":{\"turn_detection\":{\"type\":\"server_vad\",\"silence\":1}}}"
            })
    void keysOfTheBetaAndInventedOnesAreUnknown(String part) {
        update(part);

        assertThat(client.types()).containsExactly("error");
        PhoneClient.Seen error = client.only("error");
        assertThat(error.text("/error/type")).isEqualTo("invalid_request_error");
        assertThat(error.text("/error/code")).isEqualTo("unknown_parameter");
        assertThat(error.text("/error/param")).startsWith("session.");
        assertThat(error.text("/error/event_id")).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "audio":{"output":{"voice":"kevin"}}                                 | session.audio.output.voice              | 'marin', 'cedar'
                    "audio":{"output":{"format":{"type":"audio/pcm","rate":16000}}}      | session.audio.output.format.rate        | only rate is 24000
                    "audio":{"input":{"format":{"type":"g711_ulaw"}}}                    | session.audio.input.format.type         | 'audio/pcmu'
                    "output_modalities":["audio","text"]                                 | session.output_modalities               | ['audio']
                    "model":"gpt-realtime-mini"                                          | session.model                           | cannot be changed
                    "max_output_tokens":0                                                | session.max_output_tokens               | 1 to 4096
                    "audio":5                                                            | session.audio                           | an object
                    """)
    void aWrongOrImpossibleValueIsRefusedAndNamesTheCure(String part, String param, String cure) {
        update(part);

        PhoneClient.Seen error = client.only("error");
        assertThat(error.text("/error/code")).isEqualTo("invalid_value");
        assertThat(error.text("/error/param")).isEqualTo(param);
        assertThat(error.text("/error/message")).contains(cure);
        assertThat(client.types()).doesNotContain("session.updated");
    }

    @Test
    void theTypeOfTheSessionIsMandatory() {
        client.send("{\"type\":\"session.update\",\"session\":{\"instructions\":\"x\"}}");
        client.pass(20);

        assertThat(client.only("error").text("/error/code")).isEqualTo("missing_required_parameter");
        assertThat(client.only("error").text("/error/param")).isEqualTo("session.type");
        assertThat(client.only("error").json().at("/error/event_id").isNull()).isTrue();
    }

    @Test
    void anUpdateIsTakenAsAWholeOrNotAtAll() {
        update("\"instructions\":\"new\",\"audio\":{\"output\":{\"voice\":\"kevin\"}}");
        update("\"tools\":[]");

        assertThat(client.only("session.updated").text("/session/instructions")).isEmpty();
    }

    @Test
    void theVoiceIsSettledOnceItWasHeard() {
        client.send(PhoneClient.MULAW_SESSION);
        client.send("{\"type\":\"response.create\"}");
        client.await("response.done");
        update("\"audio\":{\"output\":{\"voice\":\"cedar\"}}");

        assertThat(client.only("error").text("/error/code")).isEqualTo("cannot_update_voice");
    }

    @Test
    void audioBeforeTheFormatIsInEffectIsNoiseAndNoticed() {
        client.startLine();
        client.say(Sounds.tone(1000));
        client.pass(3000);

        assertThat(client.seen).isEmpty();
        assertThat(client.log().earlyBytes()).isGreaterThanOrEqualTo(150 * 160);
        assertThat(client.log().notes()).singleElement().satisfies(note -> assertThat(note.text())
                .startsWith("early audio"));
    }

    @Test
    void withoutMulawItCannotBeAskedToSpeak() {
        client.send("{\"type\":\"response.create\"}");
        client.pass(1000);

        assertThat(client.only("error").text("/error/message")).contains("audio/pcmu");
        assertThat(client.types()).containsExactly("error");
    }

    private void update(String part) {
        client.send(
                "{\"type\":\"session.update\",\"event_id\":\"mine\",\"session\":{\"type\":\"realtime\"," + part + "}}");
        client.pass(20);
    }
}
