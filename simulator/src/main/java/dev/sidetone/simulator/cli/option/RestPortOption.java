package dev.sidetone.simulator.cli.option;

import picocli.CommandLine.Option;

/** The option that fixes the port of the fake Twilio REST API. */
final class RestPortOption {
    @Option(
            names = "--rest-port",
            paramLabel = "PORT",
            description = "The loopback port of the fake Twilio REST API. Left out: a free one.",
            defaultValue = "0")
    private int port;

    /** The port; 0 picks a free one. */
    int port() {
        return port;
    }
}
