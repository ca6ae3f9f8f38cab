package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidOnceTest {
    private static final String PUT_BACK = "+15550301 is not put back: Twilio did not answer.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PUT_BACK + "\nsidetone: " + PUT_BACK,
                PUT_BACK + " " + PUT_BACK,
                "sidetone: Something else is wrong here. " + PUT_BACK + "\n" + PUT_BACK + " Try again.",
                "+15550111 0ca0  00:01.0  agent   complains of at_capacity: come back later\n"
                        + "+15550111 0ca0  00:01.5  agent   complains of at_capacity: come back later"
            })
    void whatAPersonReadsTwiceIsFound(String transcript) {
        assertThatThrownBy(() -> SaidOnce.check(transcript)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatIsTrueOfTwoCallsIsSaidOfEach() {
        String story =
                """
                +15550111 0ca0  00:01.0  agent   “Hello, this is the practice agent.”
                +15550112 0ca1  00:05.0  agent   “Hello, this is the practice agent.”
                """;
        String report =
                "\nCall CA1 · 4.0 s\n  The caller said nothing while a stream was open, so there is nothing to time.\n";
        assertThatCode(() -> SaidOnce.check(story + report + report + "\nSession   2 calls"))
                .doesNotThrowAnyException();
    }
}
