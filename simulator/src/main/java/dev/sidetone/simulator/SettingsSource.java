package dev.sidetone.simulator;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The source of this process's settings, which can be read again and changed while it runs. Blocks for the disk; any thread, one at a time.
 *
 * @param envFile the {@code .env} file, which may not exist
 * @param environment the environment, which stands above it
 */
public record SettingsSource(Path envFile, Map<String, String> environment) {
    /** The place in which a setting stands. */
    public enum Origin {
        ENVIRONMENT,
        FILE,
        NOWHERE
    }

    public SettingsSource {
        environment = Map.copyOf(environment);
    }

    /** Reads the settings as they are now. */
    public Settings read() throws WrongSetting {
        return Settings.read(envFile, environment);
    }

    /** Where {@code name} of {@code settings} stands. */
    public Origin originOf(String name, Settings settings) {
        if (!Optional.ofNullable(environment.get(name)).orElse("").isEmpty()) {
            return Origin.ENVIRONMENT;
        }
        return settings.get(name).isPresent() ? Origin.FILE : Origin.NOWHERE;
    }

    /**
     * Writes a setting into the {@code .env} file, whose other lines stay as they are; an empty value removes it.
     *
     * @throws WrongSetting if it cannot be written there, in words without the value
     */
    public void write(String name, String value) throws WrongSetting {
        EnvFileEdit.set(envFile, name, value);
    }

    /** Without the environment, which holds secrets. */
    @Override
    public String toString() {
        return "SettingsSource[" + envFile + "]";
    }
}
