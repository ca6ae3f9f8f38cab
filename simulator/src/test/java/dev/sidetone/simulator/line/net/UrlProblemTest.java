package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "wss://{host}/media       | its placeholder {host} was not filled in",
                "wss://${HOST}/media      | its placeholder ${HOST} was not filled in",
                "wss://<your-domain>/m    | its placeholder <your-domain> was not filled in",
                "wss://                   | it has no host",
                "wss://my host/media      | it has a blank in it",
                "https://h/a%zz           | it has a % without two hexadecimal digits behind it",
                "https://h/a\\b           | it has a \\ in it",
                "http://h/\"a\"           | it has a \" in it",
                "http://[::1/voice        | its address in brackets is not whole",
                ":8080/voice              | it is not written as one"
            })
    void whatIsNoUrlIsExplainedInPlainWords(String text, String words) {
        assertThatThrownBy(() -> new URI(text)).isInstanceOf(URISyntaxException.class);
        assertThat(UrlProblem.words(text)).isEqualTo(words);
    }
}
