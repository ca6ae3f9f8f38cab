package dev.sidetone.simulator.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that connect to servers with a certificate of a private authority. */
public final class AuthorityOption {
    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "A PEM file of certificate authorities to trust besides the public ones, for https and wss.")
    private @Nullable Path file;

    /** The PEM file, or null to trust the public authorities alone. */
    public @Nullable Path file() {
        return file;
    }
}
