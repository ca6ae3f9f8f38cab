package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What libraries log in Java's own way reaches a terminal as every other text does, and without {@code --debug} not at all. */
class LibraryRecordsTest {
    private static final String HOSTILE =
            "Invalid cookie: \u001b]0;pwned\u0007 Authorization: Bearer abcdefgh1234\nFindings  none";
    private static final String SHOWN =
            "Invalid cookie: \\u001B]0;pwned\\u0007 Authorization: Bearer [redacted]\\nFindings  none";

    private final Logger library = Logger.getLogger("java.net.SomeLibrary");
    private final Logger ours = Logger.getLogger("dev.sidetone.simulator.SomeClass");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream realErr = System.err;

    @AfterEach
    void letGo() {
        System.setErr(realErr);
        terminal();
        System.setErr(realErr);
    }

    @Test
    void whatALibraryLogsIsNotShown() {
        terminal();
        library.log(Level.SEVERE, HOSTILE, new IllegalStateException(HOSTILE));
        assertThat(text()).isEmpty();
    }

    @Test
    void debugShowsItInLinesThatNobodyObeys() {
        terminal("--debug");
        library.log(Level.SEVERE, HOSTILE, new IllegalStateException(HOSTILE));
        assertThat(text().lines()).first().asString().isEqualTo("SEVERE java.net.SomeLibrary - " + SHOWN);
        assertThat(text().lines()).element(1).asString().endsWith("IllegalStateException: " + SHOWN);
        assertThat(text().lines()).element(2).asString().startsWith("\tat ");
    }

    @Test
    void ourOwnWarningsAreShown() {
        terminal();
        ours.log(Level.INFO, "all is well");
        ours.log(Level.WARNING, "the result of {0} was not written", "\u001b[31m");
        assertThat(text().lines())
                .containsExactly(
                        "WARNING dev.sidetone.simulator.SomeClass - the result of \\u001B[31m was not written");
    }

    private void terminal(String... options) {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(new HostProcess(
                Map.of(),
                Path.of(""),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                System.err,
                new ProcessSignals()));
        new CommandLine(new Command(terminal)).parseArgs(options);
        terminal.hushLogs();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @CommandLine.Command
    private record Command(@CommandLine.Mixin Terminal terminal) {}
}
