package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogStreamTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final LogStream log = new LogStream(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void aRecordIsOneLineWhateverALibraryPutsIntoIt() {
        log.println("WARN io.netty - GET /\u001b[2J\nFindings  none Authorization: Bearer abcdefgh1234");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("WARN io.netty - GET /\\u001B[2J\\nFindings  none Authorization: Bearer [redacted]"
                        + System.lineSeparator());
    }

    @Test
    void aStackTraceStaysOne() {
        new IllegalStateException("forged\n\tat line").printStackTrace(log);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .startsWith("java.lang.IllegalStateException: forged\\n\\tat line")
                .element(1)
                .asString()
                .startsWith("\tat ");
    }
}
