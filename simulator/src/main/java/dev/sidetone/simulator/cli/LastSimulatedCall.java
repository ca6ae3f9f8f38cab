package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the last simulated call that the window recorded, to compare a real call with it. Stateless. */
final class LastSimulatedCall {
    private LastSimulatedCall() {}

    /** Returns the result of the last call that is kept in {@code folders}, or null where there is none. */
    static @Nullable CallResult find(Path folders) {
        if (!Files.isDirectory(folders)) {
            return null;
        }
        for (Path folder : newestFirst(folders)) {
            CallResult result = read(folder);
            if (result != null && !result.call().atBridge()) {
                return result;
            }
        }
        return null;
    }

    private static List<Path> newestFirst(Path folders) {
        try (Stream<Path> all = Files.list(folders)) {
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
