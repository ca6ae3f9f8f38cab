package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.mcp.McpHost;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code sidetone mcp}: Sidetone as tools for a coding agent. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Serves calls, scenarios and findings to a coding agent: the Model Context Protocol on standard input and output.",
        footer = {
            "",
            "It runs until its input ends, and writes nothing outside the folder that it is started in.",
            "",
            "Examples:",
            "  claude mcp add sidetone -- sidetone mcp",
            "  {\"mcpServers\": {\"sidetone\": {\"command\": \"sidetone\", \"args\": [\"mcp\"]}}}"
        })
final class McpCommand implements Callable<Integer> {
    private final HostProcess process;
    private final InputStream client;

    /** @param client the client's messages */
    McpCommand(HostProcess process, InputStream client) {
        this.process = process;
        this.client = client;
    }

    @Override
    public Integer call() throws CannotRun {
        new Terminal(process).hushLogs();
        System.setOut(System.err); // what a library prints must not come between the answers
        try {
            McpHost.serve(new NestedCommands(process), process.folder(), client, process.out());
        } catch (IOException e) {
            throw new CannotRun("the working folder cannot be read: " + e.getMessage(), e);
        }
        return ExitCode.DONE.number();
    }
}
