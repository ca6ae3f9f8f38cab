package dev.sidetone.simulator;

import dev.sidetone.bridge.text.ForeignText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings by name, as the vendors' guides name them: the environment over {@code .env} in the working directory. Values are secrets
 * more often than not and are never printed. Read once at the start, then immutable.
 */
public final class Settings {
    private static final Set<String> SECRET_WORDS = Set.of(
            "KEY",
            "KEYS",
            "APIKEY",
            "TOKEN",
            "TOKENS",
            "AUTHTOKEN",
            "SECRET",
            "SECRETS",
            "PASSWORD",
            "PASSWD",
            "PASSPHRASE",
            "CREDENTIALS");

    private final Map<String, String> values = new HashMap<>();

    private Settings() {}

    /** Reads {@code envFile} if it exists, then {@code environment} over it. Empty values count as unset. */
    public static Settings read(Path envFile, Map<String, String> environment) throws WrongSetting {
        Settings settings = new Settings();
        // A folder of that name is Python's; whatever else is there is meant, and read or refused.
        if (Files.exists(envFile) && !Files.isDirectory(envFile)) {
            settings.values.putAll(EnvFile.read(envFile));
        }
        settings.values.putAll(environment);
        settings.values.forEach(Settings::hide);
        return settings;
    }

    /** Nothing that echoes a secret is shown with it. */
    private static void hide(String name, String value) {
        for (String word : name.toUpperCase(Locale.ROOT).split("_", -1)) {
            if (SECRET_WORDS.contains(word)) {
                ForeignText.hide(value);
            }
        }
    }

    /** The value of a setting that is set and not empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
