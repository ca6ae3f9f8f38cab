package dev.sidetone.simulator.cli.option;

import picocli.CommandLine.Option;

/** The option of commands that listen on a port of this machine. */
public final class PortOption {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of this machine to listen on; 0 picks a free one (default ${DEFAULT-VALUE}).")
    private int port;

    /** @param port the default; 0 picks a free one */
    public PortOption(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }
}
