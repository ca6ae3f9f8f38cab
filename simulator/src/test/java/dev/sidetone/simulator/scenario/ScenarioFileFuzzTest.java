package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.caller.Clip;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A scenario in YAML, without the files that it names: sounds and scripts have readers of their own. */
final class ScenarioFileFuzzTest extends FuzzedReader {
    private static final Path FILE = Path.of("scenario.yaml");

    private static final FilesBeside NOTHING_BESIDE = new FilesBeside() {
        @Override
        public Clip clip(YamlNode said) throws InvalidSettingsException {
            return new Clip(said.text(), List.of(), 0, 0);
        }

        @Override
        public Path script(YamlNode named) throws InvalidSettingsException {
            return Path.of("").resolve(String.valueOf(named.text().length()));
        }
    };

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(InvalidSettingsException.class);
    }

    @Override
    protected void read(byte[] input) throws InvalidSettingsException {
        ScenarioFile.of(FILE, YamlFile.read(FILE.toString(), text(input)), NOTHING_BESIDE);
    }
}
