package dev.sidetone.simulator.cli;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The one handler of Java's own logs, by which libraries and Java itself log. Their words may be a peer's, so that they pass {@link LogStream},
 * and from a level on that the command chooses; Sidetone's own warnings are always shown. For any thread.
 */
final class LibraryRecords extends Handler {
    private static final String OURS = "dev.sidetone.";
    /** Held, so that it stays as it is set. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Level least;
    private final Formatter words = new SimpleFormatter();

    private LibraryRecords(Level least) {
        this.least = least;
    }

    /** Puts this in the place of Java's handler, which writes a record as it comes. */
    static void install(Level least) {
        for (Handler other : ROOT.getHandlers()) {
            ROOT.removeHandler(other);
        }
        ROOT.addHandler(new LibraryRecords(least));
    }

    @Override
    public void publish(LogRecord entry) {
        boolean ours = String.valueOf(entry.getLoggerName()).startsWith(OURS);
        if (isFrom(least, entry) || (ours && isFrom(Level.WARNING, entry))) {
            System.err.println(
                    entry.getLevel().getName() + " " + entry.getLoggerName() + " - " + words.formatMessage(entry));
            if (entry.getThrown() != null && isFrom(least, entry)) {
                entry.getThrown().printStackTrace(System.err);
            }
        }
    }

    private static boolean isFrom(Level level, LogRecord entry) {
        return entry.getLevel().intValue() >= level.intValue() && level.intValue() < Level.OFF.intValue();
    }

    @Override
    public void flush() {
        // Printed at once.
    }

    @Override
    public void close() {
        // Standard error stays open.
    }
}
