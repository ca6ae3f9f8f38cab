package dev.sidetone.bridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hello there                  | it is plain text: \"hello there\"",
                "<html>                       | it is XML or HTML: \"<html>\"",
                "{'event': 'media'}           | its quotation marks are single ones, as where Python prints a dict without json.dumps",
                "{\"event\":\"media\",        | it ends in the middle",
                "{\"event\":\"med             | it ends in the middle",
                "{\"event\":\"clear\"}{\"a\":1} | it stops being JSON at character 18: \"{\"a\":1}\"",
                "{\"a\": True}                | True is no JSON",
                "{\"a\": NaN}                 | NaN is no JSON",
                "{\"a\": 1,}                  | it stops being JSON at character 9: \"}\"",
                "{event:\"media\"}            | it stops being JSON at character 2: \"event:\"media\"}\""
            })
    void whatIsNoJsonIsNamedInPlainWords(String text, String words) {
        assertThat(JsonProblem.words(text, refusedAt(text))).isEqualTo(words);
    }

    private static long refusedAt(String text) {
        try {
            JSON.readTree(text);
            throw new AssertionError("it is JSON");
        } catch (JsonProcessingException e) {
            return e.getLocation().getCharOffset();
        }
    }
}
