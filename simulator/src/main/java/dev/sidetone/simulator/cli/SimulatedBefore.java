package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.UserFolder;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last simulated call that the window kept, for its figures beside those of real ones. Stateless. */
final class SimulatedBefore {
    private SimulatedBefore() {}

    /** Null where there is none. */
    static @Nullable CallResult find() {
        Path shelf = UserFolder.ofThisUser().resolve("calls");
        if (!Files.isDirectory(shelf)) {
            return null;
        }
        for (Path folder : newestFirst(shelf)) {
            CallResult result = read(folder);
            if (result != null && !result.call().atBridge()) {
                return result;
            }
        }
        return null;
    }

    private static List<Path> newestFirst(Path shelf) {
        try (Stream<Path> all = Files.list(shelf)) {
            return all.sorted(Comparator.comparing(
                                    (Path each) -> each.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static @Nullable CallResult read(Path folder) {
        try {
            return Recording.open(folder).result();
        } catch (IOException e) {
            return null;
        }
    }
}
