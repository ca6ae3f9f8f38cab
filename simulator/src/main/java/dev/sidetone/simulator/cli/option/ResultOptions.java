package dev.sidetone.simulator.cli.option;

import java.io.PrintStream;
import picocli.CommandLine.Option;

/** The options of commands that end with a result of calls: where it is written as JSON, and whether warnings fail the command. */
public final class ResultOptions extends JsonOption {
    @Option(names = "--strict", description = "Let warnings fail the command too.")
    private boolean strict;

    /** @param standardOutput where {@code --json -} is written */
    public ResultOptions(PrintStream standardOutput) {
        super(standardOutput);
    }

    /** Whether warnings fail the command. */
    public boolean isStrict() {
        return strict;
    }
}
