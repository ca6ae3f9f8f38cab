package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeypadWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    [caller pressed 5]                              | 5
                    [caller pressed 1, 2, #]                        | 12#
                    The caller pressed the key *.                   | *
                    User pressed DTMF key: 9                        | 9
                    [caller pressed 4] and then [caller pressed 2]  | 42
                    Greet the caller.                               | ``
                    I am impressed by 5 of them.                    | ``
                    There are 7 tables.                             | ``
                    """)
    void keysAreFoundInWhatABridgeTellsOfThem(String message, String keys) {
        assertThat(KeypadWords.keysIn(message)).isEqualTo(keys);
    }
}
