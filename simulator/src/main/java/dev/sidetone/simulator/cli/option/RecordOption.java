package dev.sidetone.simulator.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that can keep recordings of their calls. */
public final class RecordOption {
    @Option(names = "--record", paramLabel = "DIR", description = "Keep the recordings there, one folder a call.")
    private @Nullable Path folder;

    /** The folder to keep recordings in, or null to keep none. */
    public @Nullable Path folder() {
        return folder;
    }
}
