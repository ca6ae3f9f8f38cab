package dev.sidetone.bridge.agent.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound of an answer without a tree: as it is read with one, or not at all. */
class AudioDeltaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DELTA =
            "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"item_1\","
                    + "\"output_index\":0,\"delta\":\"/w==\"}";

    @Test
    void bothSpellingsAreRead() {
        assertThat(AudioDelta.read(DELTA)).isEqualTo(new AudioDelta("item_1", "r", "/w=="));
        assertThat(AudioDelta.read(DELTA.replace("output_", ""))).isEqualTo(new AudioDelta("item_1", "r", "/w=="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"response.output_audio.done\",\"item_id\":\"i\",\"delta\":\"/w==\"}",
                "{\"type\":\"response.audio_transcript.delta\",\"item_id\":\"i\",\"delta\":\"Hello\"}",
                "{\"type\":\"response.audio.delta\",\"delta\":\"/w==\"}",
                "{\"type\":\"response.audio.delta\",\"item_id\":\"i\",\"item_id\":\"j\",\"delta\":\"/w==\"}",
                "{\"type\":\"response.audio.delta\",\"item_id\":\"i\",\"delta\":null}",
                "{\"type\":\"response.audio.delta\",\"item_id\":\"i\",\"response_id\":null,\"delta\":\"/w==\"}",
                "{\"type\":\"response.audio.delta\",\"item_id\":\"i\",\"delta\":\"\\/w==\"}",
                "not JSON"
            })
    void allElseIsLeftToTheTree(String text) {
        assertThat(AudioDelta.read(text)).isNull();
    }

    @Test
    void whateverIsReadMeansTheSameWithATree() throws JsonProcessingException {
        for (int i = 0; i < DELTA.length(); i++) {
            for (String instead : List.of("", "\"", "\\", "}", "{", ":", ",", "0", " ", "\n")) {
                String text = DELTA.substring(0, i) + instead + DELTA.substring(i + 1);
                AudioDelta quick = AudioDelta.read(text);
                if (quick != null) {
                    JsonNode tree = JSON.readTree(text);
                    assertThat(quick)
                            .as(text)
                            .isEqualTo(new AudioDelta(
                                    tree.path("item_id").asText(),
                                    tree.path("response_id").asText(),
                                    tree.path("delta").asText()));
                }
            }
        }
    }
}
