package dev.sidetone.junit;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ScriptFile;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.FakeBehaviour;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agent of the embedded bridge, as a test describes it. Owned by one {@link ScriptedCall}, by one thread. */
final class EmbeddedAgent {
    private final Set<AgentFault> faults = EnumSet.noneOf(AgentFault.class);
    private @Nullable String name;
    private @Nullable String url;
    private @Nullable Path config;
    private @Nullable Path script;

    void name(String named) {
        name = named;
    }

    void url(String address) {
        url = address;
    }

    void config(Path yaml) {
        config = yaml;
    }

    void script(Path yaml) {
        script = yaml;
    }

    void fault(AgentFault fault) {
        faults.add(fault);
    }

    /** Whether anything was said about it. */
    boolean isDescribed() {
        return name != null || url != null || config != null || script != null || !faults.isEmpty();
    }

    /** The agent; a real one's key is in {@code settings}. */
    AgentChoice choice(Settings settings) throws WrongSetting {
        String chosen = name == null ? AgentChoice.practice().name() : name;
        AgentChoice agent = AgentChoice.of(chosen, url, config, settings);
        boolean usual = script == null && faults.isEmpty();
        return usual ? agent : agent.behaving(new FakeBehaviour(script(), faults));
    }

    private AgentScript script() throws WrongSetting {
        try {
            return script == null ? AgentScript.practice() : ScriptFile.of(YamlFile.read(script));
        } catch (InvalidSettingsException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }
}
