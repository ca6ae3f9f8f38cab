package dev.sidetone.simulator.mcp;

import java.util.List;
import java.util.function.Consumer;

/** Runs a command line of Sidetone in this process, without its standard streams. For several threads at once. */
public interface CommandRunner {
    /**
     * Runs one to its end.
     *
     * @param arguments the command and its options
     * @param progress takes the lines of its standard error, on threads of the command
     * @param cancellation ends it early
     */
    Ran run(List<String> arguments, Consumer<String> progress, Cancellation cancellation);

    /**
     * A command that has ended.
     *
     * @param exitCode 0 done, 1 an error was found, 2 wrong usage, 3 could not run
     * @param output its standard output
     * @param complaints the lines of its standard error that say why it failed, joined by blanks; empty for a success
     */
    record Ran(int exitCode, String output, String complaints) {}
}
