package dev.sidetone.simulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads what a person types as the name of a file or folder. Stateless. */
public final class FilePath {
    private FilePath() {}

    /**
     * The path that {@code typed} names.
     *
     * @throws WrongSetting if this machine can have no file of that name
     */
    public static Path of(String typed) throws WrongSetting {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new WrongSetting(
                    "'" + typed + "' cannot be the name of a file here: " + e.getReason()
                            + "; use plain letters, or start Sidetone with LC_ALL=C.UTF-8",
                    e);
        }
    }
}
