package dev.sidetone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the text of every source file, tests and benchmarks too. */
class SourceFilesTest {
    private static final int MOST_LINES = 300;

    @Test
    void noSourceFileIsLongerThanCanBeReadAtOnce() throws IOException {
        assertThat(tooLong(root())).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsFound(@TempDir Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("module/src/main/java"));
        Files.writeString(source.resolve("Fits.java"), "\n".repeat(MOST_LINES));
        Path endless = Files.writeString(source.resolve("Endless.java"), "\n".repeat(MOST_LINES + 1));
        assertThat(tooLong(folder)).containsExactly(endless);
    }

    private static List<Path> tooLong(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        int read = 0;
        for (Path source : sources(root)) {
            read++;
            if (Files.readAllLines(source).size() > MOST_LINES) {
                found.add(source);
            }
        }
        assertThat(read).as("source files read").isPositive();
        return found;
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path source : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /** The folder of all modules: the nearest one above the tests' own with Maven's settings in it. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above has .mvn");
        }
        return folder;
    }
}
