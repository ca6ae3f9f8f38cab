package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.simulator.caller.Clip;
import java.nio.file.Path;

/** What a scenario names outside its own file, opened while the file is read. */
interface FilesBeside {
    /**
     * What is said: a sound file, one of Sidetone's voices, or the words as the built-in voice speaks them. A
     * file in a folder that is named after a kind of probe is one.
     *
     * @throws InvalidSettingsException if there is no such file, or no speech in it
     */
    Clip clip(YamlNode said) throws InvalidSettingsException;

    /**
     * An agent's script.
     *
     * @throws InvalidSettingsException if there is no such file, or a mistake in it
     */
    Path script(YamlNode named) throws InvalidSettingsException;
}
