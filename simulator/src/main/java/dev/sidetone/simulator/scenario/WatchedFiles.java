package dev.sidetone.simulator.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files whose change is waited for, by their time and size: an editor may replace a file as well as write to it. By one thread. */
public final class WatchedFiles {
    private static final long LOOK_MS = 300;

    /** Ends the wait. */
    @FunctionalInterface
    public interface Stop {
        /** Waits until the end is asked for, {@code mostMs} at most; returns whether it was. */
        boolean await(long mostMs);
    }

    private record Seen(@Nullable FileTime changed, long bytes) {
        static Seen of(Path file) {
            try {
                return new Seen(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException gone) {
                return new Seen(null, -1);
            }
        }
    }

    private final Map<Path, Seen> files = new LinkedHashMap<>();

    /** Watches {@code all} from now on. */
    public WatchedFiles(Collection<Path> all) {
        all.forEach(file -> files.put(file, Seen.of(file)));
    }

    /** Waits until one of them has changed and is there again; returns it, or null when the end is asked for. */
    public @Nullable Path awaitChange(Stop stop) {
        while (!stop.await(LOOK_MS)) {
            for (Map.Entry<Path, Seen> file : files.entrySet()) {
                Seen now = Seen.of(file.getKey());
                if (now.changed() != null && !now.equals(file.getValue())) {
                    return file.getKey();
                }
            }
        }
        return null;
    }
}
