package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
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

/** The option of commands that run a fake agent in this process: the file with its script. */
public final class ScriptOption {
    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "The script of the practice agent or of a fake agent, in YAML.")
    private @Nullable Path script;

    /**
     * The script of the file, or the practice agent's.
     *
     * @throws WrongSetting naming file and line of a mistake
     */
    public AgentScript script() throws WrongSetting {
        return script(null);
    }

    /** The file that was typed, or null. */
    @Nullable
    Path file() {
        return script;
    }

    private AgentScript script(@Nullable Path otherwise) throws WrongSetting {
        Path file = script == null ? otherwise : script;
        try {
            return file == null ? AgentScript.practice() : ScriptFile.of(YamlFile.read(file));
        } catch (InvalidSettingsException e) {
            throw new WrongSetting("--script " + e.getMessage(), e);
        }
    }

    /**
     * The agent {@code chosen}, where it runs in this process with the script and these faults.
     *
     * @throws WrongSetting if there is a script or a fault and it is a real service
     */
    public AgentChoice applyTo(AgentChoice chosen, Set<AgentFault> faults) throws WrongSetting {
        return applyTo(chosen, null, faults);
    }

    /** The same, with the script {@code otherwise} where none was typed. */
    AgentChoice applyTo(AgentChoice chosen, @Nullable Path otherwise, Set<AgentFault> faults) throws WrongSetting {
        boolean usual = script == null && otherwise == null && faults.isEmpty();
        return usual ? chosen : chosen.behaving(new FakeBehaviour(script(otherwise), faults));
    }
}
