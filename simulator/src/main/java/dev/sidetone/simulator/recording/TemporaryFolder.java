package dev.sidetone.simulator.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A private folder that is deleted when it is no longer needed, at the latest when this process ends. Owned by {@link CallFolder}. */
final class TemporaryFolder {
    private volatile @Nullable Path path;
    private @Nullable Thread atExit;

    /** Makes it; the system's temporary folders are their owner's only. */
    Path make() throws IOException {
        Path made = Files.createTempDirectory("sidetone-call-");
        path = made;
        Thread hook = new Thread(this::deleteFiles, "sidetone-delete-spool");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            atExit = hook;
        } catch (IllegalStateException alreadyExiting) {
            deleteFiles();
            throw new IOException("the process is ending", alreadyExiting);
        }
        return made;
    }

    void delete() {
        deleteFiles();
        try {
            if (atExit != null) {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        } catch (IllegalStateException alreadyExiting) {
            // The hook runs, and finds nothing left to do.
        }
    }

    /** Files that cannot be deleted are left to the system, which empties its temporary folder. */
    private void deleteFiles() {
        Path folder = path;
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        list(folder).forEach(TemporaryFolder::deleteFile);
        deleteFile(folder);
    }

    private static void deleteFile(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException swept) {
            // See above.
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
