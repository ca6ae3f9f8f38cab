package dev.sidetone.project;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.architecture.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules for the text of every source file, tests and benchmarks too. */
class SourceFilesTest {
    /** A longer file says in a comment why it is one job. */
    private static final int USUAL_LINES = 300;

    private static final int MOST_LINES = 400;

    /** How that comment begins. */
    private static final String REASON = "// Over 300 lines because ";

    @Test
    void noSourceFileIsTooLongToReadAtOnce() throws IOException {
        assertThat(tooLong(root())).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsFound(@TempDir Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("module/src/main/java"));
        Path integration = Files.createDirectories(folder.resolve("integrations/module/src/main/java"));
        Path foreign = Files.writeString(integration.resolve("Foreign.java"), "\n".repeat(USUAL_LINES + 1));
        Files.writeString(source.resolve("Fits.java"), "\n".repeat(USUAL_LINES));
        Files.writeString(source.resolve("Explained.java"), REASON + "…\n".repeat(MOST_LINES));
        Path unexplained = Files.writeString(source.resolve("Unexplained.java"), "\n".repeat(USUAL_LINES + 1));
        Path endless = Files.writeString(source.resolve("Endless.java"), REASON + "…" + "\n".repeat(MOST_LINES + 1));
        assertThat(tooLong(folder)).containsExactlyInAnyOrder(unexplained, endless, foreign);
    }

    /** A reader who meets a type's name knows which type it is: the name of a top-level type exists once. */
    @Test
    void everyTypeNameExistsOnce() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path source : ProjectFolder.sources(root())) {
            String name = Objects.requireNonNull(source.getFileName()).toString();
            if (source.toString().contains("/src/main/") && !name.equals("package-info.java")) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(source);
            }
        }
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).isEmpty();
    }

    private static List<Path> tooLong(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        int read = 0;
        for (Path source : ProjectFolder.sources(root)) {
            read++;
            List<String> lines = Files.readAllLines(source);
            boolean explained = lines.stream().anyMatch(line -> line.strip().startsWith(REASON));
            if (lines.size() > (explained ? MOST_LINES : USUAL_LINES)) {
                found.add(source);
            }
        }
        assertThat(read).as("source files read").isPositive();
        return found;
    }
}
