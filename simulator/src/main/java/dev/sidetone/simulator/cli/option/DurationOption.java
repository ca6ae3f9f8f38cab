package dev.sidetone.simulator.cli.option;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that can end by themselves after a time. */
public final class DurationOption {
    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Hang up and end after this time, as in 30s or 10m.")
    private @Nullable Duration duration;

    /** The time after which the command ends, or null for no limit. */
    public @Nullable Duration duration() {
        return duration;
    }
}
