package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.settings.WrongFile;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ScriptFile;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.FakeBehaviour;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whom the embedded bridge dials. */
final class AgentOptions {
    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description =
                    "Whom the embedded bridge dials: practice (default), fake-WIRE, openai, openai-beta, assemblyai, inworld, omni or compatible.",
            defaultValue = "practice")
    private String agent = "";

    @Option(names = "--agent-url", paramLabel = "URL", description = "Where a real agent is: origin and path.")
    private @Nullable String agentUrl;

    @Option(
            names = "--agent-config",
            paramLabel = "FILE",
            description = "The agent's settings, in YAML; read anew at every call.")
    private @Nullable Path agentConfig;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "What the practice agent or a fake one says and does, in YAML.")
    private @Nullable Path script;

    /** @param faults what the agent in this process does wrong */
    AgentChoice choice(Settings settings, Set<AgentFault> faults) throws WrongSetting {
        AgentChoice chosen = AgentChoice.of(agent, agentUrl, agentConfig, settings);
        return script == null && faults.isEmpty() ? chosen : chosen.behaving(new FakeBehaviour(read(), faults));
    }

    private AgentScript read() throws WrongSetting {
        try {
            return script == null ? AgentScript.practice() : ScriptFile.of(YamlFile.read(script));
        } catch (WrongFile e) {
            throw new WrongSetting("--script " + e.getMessage(), e);
        }
    }
}
