package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.AgentChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the agent of the embedded bridge. */
public final class AgentOptions {
    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description =
                    "The agent that the embedded bridge connects to: practice (default), fake-WIRE, or one of ${bundle:services}.",
            defaultValue = "practice")
    private String agent = "";

    @Option(names = "--agent-url", paramLabel = "URL", description = "The address of a real agent: origin and path.")
    private @Nullable String agentUrl;

    @Option(
            names = "--agent-config",
            paramLabel = "FILE",
            description = "The agent's settings, in YAML; read anew at every call.")
    private @Nullable Path agentConfig;

    /** The agent that was chosen. */
    public AgentChoice choice(Settings settings) throws WrongSetting {
        return AgentChoice.of(agent, agentUrl, agentConfig, settings);
    }
}
