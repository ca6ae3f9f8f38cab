package dev.sidetone.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in JSON of others: what says nothing is empty, and never a word. */
class JsonTextTest {
    @ParameterizedTest
    @CsvSource({"'\"a\"',a", "'\"\"',''", "3,3", "4401,4401", "true,true", "0.5,0.5", "'\"null\"',null"})
    void whatIsWrittenIsRead(String json, String text) throws Exception {
        assertThat(JsonText.of(field(json))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"a\":\"b\"}", "[\"a\"]"})
    void whatSaysNothingIsEmptyOrElse(String json) throws Exception {
        assertThat(JsonText.of(field(json))).isEmpty();
        assertThat(JsonText.of(field(json), "else")).isEqualTo("else");
    }

    @Test
    void whatIsLeftOutOrEmptyIsElse() throws Exception {
        assertThat(JsonText.of(field("1").path("x"))).isEmpty();
        assertThat(JsonText.of(field("1").path("x"), "else")).isEqualTo("else");
        assertThat(JsonText.of(field("\"\""), "else")).isEqualTo("else");
    }

    private static JsonNode field(String json) throws Exception {
        return new JsonMapper().readTree("{\"f\":" + json + "}").path("f");
    }
}
