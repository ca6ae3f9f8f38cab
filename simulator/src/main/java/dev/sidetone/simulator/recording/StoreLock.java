package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.time.Park;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time begin or delete a recording in a store: a recording that another has begun and not yet locked looks unused.
 * The lock is a file beside the store. Stateless but for this process's turn; blocks for the disk.
 */
final class StoreLock {
    private static final String SUFFIX = ".lock";
    /** Who holds it makes or deletes one folder. A process that was stopped in the middle must not stop the others' calls. */
    private static final int MOST_TRIES = 200;

    private static final long BETWEEN_NS = 5_000_000L;

    /** Work on one recording of the store. */
    interface Work<T> {
        T done() throws IOException;
    }

    private StoreLock() {}

    /** Does {@code work} while no other process begins or deletes a recording in {@code store}; without a lock where there are none. */
    static <T> T during(Path store, Work<T> work) throws IOException {
        synchronized (StoreLock.class) {
            try (FileChannel channel = open(store)) {
                FileLock unused = channel == null ? null : lock(channel);
                return work.done();
            }
        }
    }

    private static @Nullable FileChannel open(Path store) {
        Path absolute = store.toAbsolutePath().normalize();
        try {
            return FileChannel.open(
                    absolute.resolveSibling(absolute.getFileName() + SUFFIX),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException nowhereToPutIt) {
            return null;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                Park.forNs(BETWEEN_NS);
            }
            return null;
        } catch (IOException noLocksHere) {
            return null;
        }
    }
}
