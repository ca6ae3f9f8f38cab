package dev.sidetone.simulator.live.number;

import dev.sidetone.simulator.recording.OwnerOnly;
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
 * One number in the hands of one process of this person. The operating system keeps the lock, so that it ends with the process, however
 * that ends; the file tells who has it, and stays. For any thread.
 */
final class NumberLock implements AutoCloseable {
    /** Far behind the text, which others may read. */
    private static final long PLACE = Long.MAX_VALUE - 1;
    /** What this process holds: a system's lock is the process's, and is lost as soon as the same file is opened and closed again. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel file;

    private NumberLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** The lock, or null when somebody has it, who is told by {@link #holder}. */
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

    /** Who has it, such as {@code process 4711, since 2026-01-31T12:00:00Z}. */
    static String holder(Path path) {
        if (HELD.contains(path.toAbsolutePath().normalize())) {
            return "process " + ProcessHandle.current().pid() + ", this one";
        }
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            return "a process that cannot be named";
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // The lock ends with the process then.
        } finally {
            HELD.remove(path);
        }
    }

    private static @Nullable NumberLock locked(Path path, Instant now) throws IOException {
        FileChannel file = open(path);
        try {
            FileLock lock = file.tryLock(PLACE, 1, false);
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
                return OwnerOnly.file(path);
            } catch (FileAlreadyExistsException e) {
                // Another was quicker.
            }
        }
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
