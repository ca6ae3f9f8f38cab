package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where {@code --json} wants the result. */
final class ResultFile {
    private ResultFile() {}

    /** Says at once, not after the call, that {@code file} cannot be written. */
    static void check(@Nullable String file) throws WrongSetting {
        if (file == null || file.equals("-")) {
            return;
        }
        Path path = Path.of(file).toAbsolutePath();
        Path folder = path.getParent();
        if (Files.isDirectory(path)) {
            throw new WrongSetting("--json " + file + " is a folder: name a file in it");
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new WrongSetting("--json " + file + ": there is no folder " + folder + " to write to");
        }
    }

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
