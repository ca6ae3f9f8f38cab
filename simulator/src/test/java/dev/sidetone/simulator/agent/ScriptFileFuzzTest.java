package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.fuzz.FuzzedReader;
import java.util.Set;

/** A fake agent's script in YAML. */
final class ScriptFileFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(InvalidSettingsException.class);
    }

    @Override
    protected void read(byte[] input) throws InvalidSettingsException {
        ScriptFile.of(YamlFile.read("script.yaml", text(input)));
    }
}
