package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a file that a command is to write, before the work and not after it. Stateless. */
final class OutputFile {
    private OutputFile() {}

    /**
     * The file that {@code typed} names.
     *
     * @throws WrongSetting naming {@code option} if it cannot be written
     */
    static Path of(String option, String typed) throws WrongSetting {
        Path path = FilePath.of(typed).toAbsolutePath();
        Path folder = path.getParent();
        if (Files.isDirectory(path)) {
            throw new WrongSetting(option + " " + typed + " is a folder: name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new WrongSetting(option + " " + typed + ": there is no folder " + folder + " to write to");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new WrongSetting(option + " " + typed + " is not yours to write: name another file");
        }
        return path;
    }
}
