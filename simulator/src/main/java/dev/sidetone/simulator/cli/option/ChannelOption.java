package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.score.CallerChannel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whose channel is whose in a two-channel recording. */
public final class ChannelOption {
    @Option(
            names = "--caller",
            paramLabel = "CHANNEL",
            description =
                    "The caller's channel in a two-channel recording: left, right, or auto: left, unless the voices show the opposite."
                            + " Left out: auto.")
    private @Nullable CallerChannel caller;

    /** The caller's channel. */
    public CallerChannel caller() {
        return caller == null ? CallerChannel.AUTO : caller;
    }

    /** Whether one was typed. */
    public boolean isTyped() {
        return caller != null;
    }
}
