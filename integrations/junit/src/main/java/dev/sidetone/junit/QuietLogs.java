package dev.sidetone.junit;

import dev.sidetone.simulator.NoisyLoggers;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the libraries of a simulated call log out of a test's output, where the test's own settings say nothing of it. Once a process. */
final class QuietLogs {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    /** Held, so that they stay as they are set. */
    private static final List<Logger> NOISY =
            NoisyLoggers.NAMES.stream().map(Logger::getLogger).toList();

    static {
        NOISY.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.OFF));
        withoutWarningOfNoProvider();
    }

    private QuietLogs() {}

    /** Has done it when it returns. */
    static void begin() {
        // Done as the class was initialised.
    }

    /** SLF4J reads this setting once, when it looks for whoever logs: a test that has none wants no logs, and no word about it. */
    private static void withoutWarningOfNoProvider() {
        boolean unset = System.getProperty(VERBOSITY) == null;
        if (unset) {
            System.setProperty(VERBOSITY, "ERROR");
        }
        LoggerFactory.getILoggerFactory();
        if (unset) {
            System.clearProperty(VERBOSITY);
        }
    }
}
