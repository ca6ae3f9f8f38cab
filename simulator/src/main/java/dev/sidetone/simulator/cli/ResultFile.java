package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where {@code --json} wants the result. */
final class ResultFile {
    private ResultFile() {}

    /** Writes {@code result} to {@code file}, {@code -} being standard output and null nowhere. */
    static void write(@Nullable String file, CallResult result) throws CannotRun {
        if (file == null) {
            return;
        }
        String json = ResultJson.write(result);
        if (file.equals("-")) {
            System.out.println(json);
            return;
        }
        try {
            Files.writeString(Path.of(file), json + "\n");
        } catch (IOException e) {
            throw new CannotRun("the result cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
