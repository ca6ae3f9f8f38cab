package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the scenarios among what a person names. Stateless. */
public final class ScenarioFiles {
    private ScenarioFiles() {}

    /**
     * The files, in order; of a folder every {@code .yaml} and {@code .yml} in it, by name.
     *
     * @throws WrongSetting if one is not there, or a folder has none
     */
    public static List<Path> of(List<Path> named) throws WrongSetting {
        List<Path> all = new ArrayList<>();
        for (Path each : named) {
            if (Files.isDirectory(each)) {
                all.addAll(in(each));
            } else if (Files.exists(each)) {
                all.add(each);
            } else {
                throw new WrongSetting("there is no file " + each);
            }
        }
        return all;
    }

    private static List<Path> in(Path folder) throws WrongSetting {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(ScenarioFiles::isYaml).sorted().toList();
            if (found.isEmpty()) {
                throw new WrongSetting("there is no scenario in " + folder + ": no file that ends in .yaml or .yml");
            }
            return found;
        } catch (IOException e) {
            throw new WrongSetting("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
