package dev.sidetone.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings by name, as the vendors' guides name them: the environment over {@code .env} in the working directory. Values are secrets
 * more often than not and are never printed. Read once at the start, then immutable.
 */
public final class Settings {
    private final Map<String, String> values = new HashMap<>();

    private Settings() {}

    /** Reads {@code envFile} if it exists, then {@code environment} over it. Empty values count as unset. */
    public static Settings read(Path envFile, Map<String, String> environment) throws WrongSetting {
        Settings settings = new Settings();
        if (Files.isRegularFile(envFile)) {
            settings.values.putAll(EnvFile.read(envFile));
        }
        settings.values.putAll(environment);
        return settings;
    }

    /** The value of a setting that is set and not empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
