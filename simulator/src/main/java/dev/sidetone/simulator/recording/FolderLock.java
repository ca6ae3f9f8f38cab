package dev.sidetone.simulator.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a call's folder while the call is written, by whichever process: a file in it that the system unlocks when its process ends,
 * however it ends. Where the file system knows no locks, only this process is seen. Owned by {@link CallFiles}.
 */
final class FolderLock implements Closeable {
    static final String NAME = "running.lock";

    /** This process's own: they must not be probed, since closing a file a second time would unlock it, nor be collected. */
    private static final Map<Path, FileChannel> OWN = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Locks the folder of a call that begins. */
    static FolderLock take(Path folder) throws IOException {
        synchronized (OWN) {
            Path file = file(folder);
            FileChannel channel = PrivateFiles.file(file);
            OWN.put(file, channel);
            FileLock unused = lock(channel);
            return new FolderLock(file, channel);
        }
    }

    /** Whether a call is being written to {@code folder}, by this process or another; true where that cannot be found out. */
    static boolean isTaken(Path folder) {
        Path file = file(folder);
        synchronized (OWN) {
            return OWN.containsKey(file) || (Files.exists(file) && isLocked(file));
        }
    }

    private static boolean isLocked(Path file) {
        try (FileChannel probe = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return probe.tryLock() == null;
        } catch (IOException e) {
            return true;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (IOException noLocksHere) {
            return null;
        }
    }

    private static Path file(Path folder) {
        return folder.toAbsolutePath().normalize().resolve(NAME);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            synchronized (OWN) {
                OWN.remove(file);
            }
        }
    }
}
