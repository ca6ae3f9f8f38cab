package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFailureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unsupported or unrecognized SSL message                        | it speaks no TLS on that port",
                "No subject alternative DNS name matching old.example found.    | it does not name old.example",
                "(certificate_unknown) No name matching localhost found         | it does not name localhost",
                "No subject alternative names matching IP address 10.0.0.7 found | it does not name 10.0.0.7",
                "No subject alternative names present                           | it names no host",
                "Received fatal alert: handshake_failure                        | the server broke the TLS handshake off (handshake_failure)",
                "Remote host terminated the handshake                           | the server broke the TLS handshake off",
                "Connection reset by peer                                       | the server reset the connection",
                "Network is unreachable                                         | no network leads there",
                "it closed without a word                                       | it closed without a word"
            })
    void aFailureIsToldInWordsForThePersonWhoOwnsTheServer(String message, String words) {
        assertThat(ConnectionFailure.words(new IOException(message))).isEqualTo(words);
    }
}
