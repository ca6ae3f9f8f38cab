package dev.sidetone.simulator;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the folder in which this operating system keeps a program's files for its user. Stateless. */
public final class UserFolder {
    private static final String NAME = "Sidetone";
    private static final String UNIX_NAME = "sidetone";

    private UserFolder() {}

    /** The folder of this process's user; it may not exist yet. */
    public static Path ofThisUser() {
        return of(System.getenv());
    }

    /** The folder of the user of a process with these environment variables; it may not exist yet. */
    public static Path of(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static Path of(Map<String, String> environment, String system, Path home) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            return home.resolve("Library/Application Support/" + NAME);
        }
        if (lower.contains("windows")) {
            return base(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve(NAME);
        }
        return base(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve(UNIX_NAME);
    }

    private static Path base(@Nullable String set, Path usual) {
        return set == null || set.isEmpty() ? usual : Path.of(set);
    }
}
