package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a command prints is one line, whoever wrote the words. */
class TerminalTest {
    private static final String HOSTILE = "it said \u001b[31m\nFindings  none\u202e";
    private static final String SHOWN = "it said \\u001B[31m\\nFindings  none\\u202E";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HostProcess process = new HostProcess(
            Map.of(),
            Path.of(""),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ProcessSignals());

    @Test
    void progressIsOneLine() {
        new Terminal(process).say(HOSTILE);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly(SHOWN);
    }

    @Test
    void aComplaintIsOneLine() {
        process.complain(HOSTILE);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly("sidetone: " + SHOWN);
    }

    @Test
    void aLoopThatStandsStillOrHasEndedIsNotLoggedByTheLibraries() {
        new Terminal(process).hushLogs();
        assertThat(System.getProperty("org.slf4j.simpleLogger.log.io.vertx.core.impl.BlockedThreadChecker"))
                .isEqualTo("off");
        assertThat(System.getProperty(
                        "org.slf4j.simpleLogger.log.io.netty.util.concurrent.DefaultPromise.rejectedExecution"))
                .isEqualTo("off");
    }
}
