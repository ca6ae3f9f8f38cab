package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Standard error as the log's: each record is one line, without secrets, whatever a peer has put into it, in Sidetone's records and in its
 * libraries'. For any thread.
 */
public final class LogStream extends PrintStream {
    private static final int MOST_CHARS = 4_000;

    LogStream(PrintStream to) {
        super(to, true, StandardCharsets.UTF_8);
    }

    /** Makes it this process's standard error, and shows there what libraries log in Java's own way from level {@code libraries} on. */
    public static void install(Level libraries) {
        if (!(System.err instanceof LogStream)) {
            System.setErr(new LogStream(System.err));
        }
        LibraryRecords.install(libraries);
    }

    @Override
    public void println(@Nullable String text) {
        String shown = String.valueOf(text);
        String indent = shown.startsWith("\t") ? "\t" : "";
        super.println(indent + ForeignText.line(shown.substring(indent.length()), MOST_CHARS));
    }

    @Override
    public void println(@Nullable Object part) {
        println(String.valueOf(part));
    }
}
