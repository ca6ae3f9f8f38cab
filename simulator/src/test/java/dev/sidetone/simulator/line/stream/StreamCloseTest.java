package dev.sidetone.simulator.line.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.simulator.findings.Finding;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who ended a stream decides what is found: a limit of the line is never the server's close. */
class StreamCloseTest {
    private static Stream<Arguments> ends() {
        return Stream.of(
                arguments(CloseCause.byPeer(1000, ""), null, false),
                arguments(CloseCause.byPeer(1005, ""), null, false),
                arguments(CloseCause.byPeer(1011, "boom"), "31921", false),
                arguments(CloseCause.byPeer(1009, ""), "31921", false),
                arguments(CloseCause.byPeer(1002, "bad frame"), "31921", false),
                arguments(CloseCause.lost(), "31903", true),
                arguments(CloseCause.brokenProtocol(1002, "bad rsv RSV1"), "31924", true),
                arguments(CloseCause.tooLong(16 << 20), "oversize-message", true),
                arguments(CloseCause.unread(8 << 20), "31930", true));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void eachEndHasItsOwnFinding(CloseCause cause, String code, boolean fault) {
        StreamClose close = new StreamClose(cause);
        Finding finding = close.finding();
        assertThat(finding == null ? null : finding.code()).isEqualTo(code);
        assertThat(close.isFault()).isEqualTo(fault);
    }

    @Test
    void aLimitOfTheLineIsSaidToBeTheLines() {
        Finding finding = Objects.requireNonNull(new StreamClose(CloseCause.tooLong(16 << 20)).finding());
        assertThat(finding.what())
                .isEqualTo("The line ended the stream by its own limit, for the server "
                        + "sent a message longer than the 16 MiB that are taken here.");
        assertThat(new StreamClose(CloseCause.unread(1)).why()).isEqualTo("a limit of the line ended the stream");
    }
}
