package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.NoisyLoggers;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The terminal of a command, with the options about it: results go to standard output, progress to standard error. */
final class Terminal {
    @Option(names = "--quiet", description = "No progress, only the result.")
    private boolean quiet;

    @Option(names = "--no-color", description = "No colours.")
    private boolean noColor;

    @Option(names = "--debug", description = "Stack traces and every log line.")
    private boolean debug;

    private static final String LOG = "org.slf4j.simpleLogger.";

    private final HostProcess process;

    Terminal(HostProcess process) {
        this.process = process;
    }

    /** The stream for results. */
    PrintStream results() {
        return process.out();
    }

    /** The stream for progress; with {@code --quiet} it discards everything. */
    PrintStream progress() {
        return quiet ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) : process.err();
    }

    /** One line of progress. */
    void say(String line) {
        progress().println(ForeignText.line(line));
    }

    /** Whether what is written to a terminal may be coloured: not into files, not where the user or NO_COLOR says no. */
    boolean colours() {
        return !noColor && CommandLine.Help.Ansi.AUTO.enabled();
    }

    /** Whether a line of progress can be written over: somebody watches it on a terminal. */
    boolean rewrites() {
        return !quiet && !debug && colours();
    }

    /** Shows logs of the libraries and of the bridge with {@code --debug} only; what a person should know is a fact of the call. */
    void hushLogs() {
        logs("error");
    }

    /** The same for a server, whose only reports of a failed call are the warnings in its log. */
    void keepWarnings() {
        logs("warn");
    }

    /** Initialises the logs here: SLF4J warns when several threads do it at once. */
    private void logs(String ours) {
        LogStream.install(debug ? Level.INFO : Level.OFF);
        System.setProperty(LOG + "logFile", "System.err");
        System.setProperty(LOG + "defaultLogLevel", debug ? "info" : "error");
        if (!debug) {
            System.setProperty(LOG + "log.dev.sidetone", ours);
            NoisyLoggers.NAMES.forEach(name -> System.setProperty(LOG + "log." + name, "off"));
        }
        System.setProperty(LOG + "showThreadName", String.valueOf(debug));
        LoggerFactory.getLogger(Terminal.class);
    }
}
