package dev.sidetone.simulator.line.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.simulator.findings.Finding;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad rsv RSV1: true RSV2: false RSV3: false     | a frame has a reserved bit set, as where a server compresses although no extension was offered",
                "Control frame can't have fin==false set        | a control frame is fragmented",
                "Invalid frame: more than 125 octets            | a control frame is longer than 125 bytes",
                "Unknown opcode 3                               | a frame has an opcode that WebSocket has not",
                "Protocol error: Payload is not UTF8            | a text frame is not UTF-8",
                "java.nio.charset.MalformedInputException: Input length = 1 | a text frame is not UTF-8",
                "Continuous frame sequence was not started.     | a continuation frame continues nothing",
                "Protocol error: Previous continuous frame sequence not completed. | a message begins before the fragmented one before it is whole",
                "the server's own words                         | the server's own words",
                "''                                             | code 1002"
            })
    void theLibrarysWordsBecomeThoseOfTheFrame(String reason, String words) {
        assertThat(FramingProblem.words(1002, reason)).isEqualTo(words);
        Finding finding = Objects.requireNonNull(new StreamClose(CloseCause.brokenProtocol(1002, reason)).finding());
        assertThat(finding.what()).isEqualTo("The server broke the WebSocket protocol: " + words + ".");
    }
}
