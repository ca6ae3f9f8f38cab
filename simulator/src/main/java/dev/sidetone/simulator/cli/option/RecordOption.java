package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that can keep recordings of their calls. */
public final class RecordOption {
    @Option(names = "--record", paramLabel = "DIR", description = "Keep the recordings there, one folder a call.")
    private @Nullable Path folder;

    /**
     * The folder to keep recordings in, or null to keep none.
     *
     * @throws WrongSetting before the call, not after it, if it cannot be created or written to
     */
    public @Nullable Path folder() throws WrongSetting {
        if (folder == null) {
            return null;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WrongSetting("--record " + folder + " cannot be a folder: choose another", e);
        }
        if (!Files.isWritable(folder)) {
            throw new WrongSetting("--record " + folder + " is not yours to write to: choose another");
        }
        return folder;
    }
}
