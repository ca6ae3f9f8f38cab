package dev.sidetone.bridge.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.twilio.http.Response;
import dev.sidetone.bridge.text.ForeignText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio's alerts as a person reads them. */
class AlertTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Msg=An+attempt+to+reach+the+server+failed&ErrorCode=11200&LogLevel=ERROR | An attempt to reach the server failed
            Msg=Got+HTTP+502&sourceComponent=12000&httpResponse=502&url=https%3A%2F%2Fa.example%2Fv | Got HTTP 502; https://a.example/v
            Msg&sourceComponent=12000&ErrorCode=11200&httpResponse=404&url=https%3A%2F%2Fa.example%2Fv | HTTP 404; https://a.example/v
            parserMessage=Error+on+line+1&ErrorCode=12100&LogLevel=ERROR | Error on line 1
            Msg=100%&LogLevel=ERROR | 100%
            ErrorCode=11200&LogLevel=ERROR | ErrorCode=11200&LogLevel=ERROR
            Something = went wrong & nobody knows | Something = went wrong & nobody knows
            """)
    void whatTwilioPackedIntoAFormIsUnpacked(String text, String read) {
        assertThat(AlertText.read(text)).isEqualTo(read);
    }

    @Test
    void anEmptyAlertSaysNothingAndALongOneIsCut() {
        assertThat(AlertText.read(null)).isEmpty();
        assertThat(AlertText.read("a ".repeat(1_000))).hasSize(501).endsWith("…");
    }

    @Test
    void noPartOfASecretIsLeftWhereItIsCut() {
        ForeignText.hide("alerted secret 0123456789");
        assertThat(AlertText.read("a".repeat(490) + " alerted secret 0123456789"))
                .startsWith("aaa")
                .doesNotContain("alerted");
        assertThat(assertThrows(
                                GatewayAnswer.class,
                                () -> GatewayAnswer.checked(
                                        new Response("a".repeat(70) + " alerted secret 0123456789", 502)))
                        .what())
                .contains("aaa")
                .doesNotContain("alerted");
    }
}
