package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.fuzz.FuzzedReader;
import java.util.Optional;
import java.util.Set;

/** An agent's settings in YAML, for every service. */
final class AgentConfigFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(InvalidSettingsException.class);
    }

    @Override
    protected void read(byte[] input) throws InvalidSettingsException {
        YamlNode file = YamlFile.read("agent.yaml", text(input));
        AgentConfig.agentOf(file);
        InvalidSettingsException refused = null;
        for (AgentService service : AgentServices.all()) {
            try {
                AgentConfig.of(file, service, name -> Optional.of(name));
            } catch (InvalidSettingsException e) {
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
    }
}
