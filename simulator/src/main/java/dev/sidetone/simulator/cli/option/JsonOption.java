package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where a command's result is written as JSON. */
public class JsonOption {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result there as JSON; - is standard output.")
    private @Nullable String json;

    private final PrintStream standardOutput;

    /** @param standardOutput where {@code --json -} is written */
    public JsonOption(PrintStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    /** Whether a place was chosen. */
    public final boolean isChosen() {
        return json != null;
    }

    /** Whether standard output is for the JSON alone. */
    public final boolean isOnStandardOutput() {
        return STANDARD_OUTPUT.equals(json);
    }

    /** Reports before the call, not after it, that the file cannot be written. */
    public final void check() throws WrongSetting {
        if (json == null || isOnStandardOutput()) {
            return;
        }
        Path unused = OutputFile.of("--json", json);
    }

    /** Writes {@code result} to the chosen place, if one was chosen. */
    public final void write(String result) throws CannotRun {
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
