package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.AgentChoice;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about an agent, whichever one is chosen: its address and its settings. */
final class AgentSettingsOptions {
    @Option(names = "--agent-url", paramLabel = "URL", description = "The address of a real agent: origin and path.")
    private @Nullable String url;

    @Option(
            names = "--agent-config",
            paramLabel = "FILE",
            description = "The agent's settings, in YAML; read anew at every call.")
    private @Nullable Path config;

    /** The agent of that name, with its address and settings. */
    AgentChoice choice(String name, Settings settings) throws WrongSetting {
        return AgentChoice.of(name, url, config, settings);
    }

    /** The file of settings, or null. */
    @Nullable
    Path file() {
        return config;
    }
}
