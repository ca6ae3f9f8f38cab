package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.recording.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on one number against the other processes of this user. The operating system holds it, so that it ends with the process, however
 * that ends; the lock file names the holder and stays. For any thread.
 */
final class NumberLock implements AutoCloseable {
    /** The locked byte lies far behind the text, which others may read. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private static final int MOST_BYTES = 4_096;
    /** The locks of this process: a system lock belongs to the process and is lost when it opens and closes the file again. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel file;

    private NumberLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** Takes the lock; returns null where another holds it, see {@link #holder}. */
    static @Nullable NumberLock take(Path path, Instant now) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        if (!HELD.add(whole)) {
            return null;
        }
        try {
            NumberLock lock = locked(whole, now);
            if (lock == null) {
                HELD.remove(whole);
            }
            return lock;
        } catch (IOException e) {
            HELD.remove(whole);
            throw e;
        }
    }

    /** Names the holder, such as {@code process 4711, since 2026-01-31T12:00:00Z}. */
    static String holder(Path path) {
        if (HELD.contains(path.toAbsolutePath().normalize())) {
            return "process " + ProcessHandle.current().pid() + ", this one";
        }
        try {
            return RegularFile.readText(path, MOST_BYTES).strip();
        } catch (IOException e) {
            return "a process that cannot be named";
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // Then the lock ends with the process.
        } finally {
            HELD.remove(path);
        }
    }

    private static @Nullable NumberLock locked(Path path, Instant now) throws IOException {
        FileChannel file = open(path);
        try {
            FileLock lock = file.tryLock(POSITION, 1, false);
            if (lock == null) {
                file.close();
                return null;
            }
            String who = "process " + ProcessHandle.current().pid() + ", since " + now + "\n";
            file.truncate(0);
            file.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
            return new NumberLock(path, file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static FileChannel open(Path path) throws IOException {
        if (!Files.exists(path)) {
            try {
                return PrivateFiles.file(path);
            } catch (FileAlreadyExistsException e) {
                // Another process was quicker.
            }
        }
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
