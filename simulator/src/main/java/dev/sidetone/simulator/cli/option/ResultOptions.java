package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that end with a result: where it is written as JSON, and whether warnings fail the command. */
public final class ResultOptions {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result there as JSON; - is standard output.")
    private @Nullable String json;

    @Option(names = "--strict", description = "Let warnings fail the command too.")
    private boolean strict;

    private final PrintStream standardOutput;

    /** @param standardOutput where {@code --json -} is written */
    public ResultOptions(PrintStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    /** Whether warnings fail the command. */
    public boolean isStrict() {
        return strict;
    }

    /** Whether standard output is for the JSON alone. */
    public boolean isOnStandardOutput() {
        return STANDARD_OUTPUT.equals(json);
    }

    /** Reports before the call, not after it, that the file cannot be written. */
    public void check() throws WrongSetting {
        if (json == null || isOnStandardOutput()) {
            return;
        }
        Path path = FilePath.of(json).toAbsolutePath();
        Path folder = path.getParent();
        if (Files.isDirectory(path)) {
            throw new WrongSetting("--json " + json + " is a folder: name a file in it");
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new WrongSetting("--json " + json + ": there is no folder " + folder + " to write to");
        }
    }

    /** Writes {@code result} to the chosen place, if one was chosen. */
    public void write(String result) throws CannotRun {
        if (json == null) {
            return;
        }
        String shown = ForeignText.json(result);
        if (isOnStandardOutput()) {
            standardOutput.println(shown);
            return;
        }
        try {
            Files.writeString(Path.of(json), shown + "\n");
        } catch (IOException e) {
            throw new CannotRun("the result cannot be written to " + json + ": " + e.getMessage(), e);
        }
    }
}
