package dev.sidetone.simulator;

import java.io.IOException;
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

    /** Reads {@code envFile} if it is there, then {@code environment} over it. Empty values count as unset. */
    public static Settings read(Path envFile, Map<String, String> environment) throws WrongSetting {
        Settings settings = new Settings();
        if (Files.isRegularFile(envFile)) {
            settings.readLines(envFile);
        }
        settings.values.putAll(environment);
        return settings;
    }

    /** A setting that is there and not empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private void readLines(Path envFile) throws WrongSetting {
        try {
            Files.readAllLines(envFile).forEach(this::readLine);
        } catch (IOException e) {
            throw new WrongSetting(envFile + " cannot be read: is it a text file of NAME=value lines?", e);
        }
    }

    private void readLine(String line) {
        String setting = line.strip();
        int equals = setting.indexOf('=');
        if (equals > 0 && !setting.startsWith("#")) {
            String name = setting.substring(0, equals).strip();
            values.put(
                    name.startsWith("export ") ? name.substring(7).strip() : name,
                    unquoted(setting.substring(equals + 1)));
        }
    }

    private static String unquoted(String raw) {
        String value = raw.strip();
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
