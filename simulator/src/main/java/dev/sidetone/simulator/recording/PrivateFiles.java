package dev.sidetone.simulator.recording;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that only their owner may read: they hold people's voices. Where there are no POSIX permissions, the best there
 * is.
 */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes a folder, and those above it as the system likes them. */
    public static Path folder(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (posix(path)) {
            return Files.createDirectory(path, permissions("rwx------"));
        }
        restrict(Files.createDirectory(path));
        return path;
    }

    /** Makes a file that must not be there yet, open for reading and writing. */
    public static FileChannel file(Path path) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (posix(path)) {
            return FileChannel.open(path, options, permissions("rw-------"));
        }
        FileChannel channel = FileChannel.open(path, options);
        restrict(path);
        return channel;
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** A system that cannot take the permission away from others leaves it: there is nothing more to be done about it here. */
    private static boolean restrict(Path path) {
        File file = path.toFile();
        boolean closed = file.setReadable(false, false);
        boolean opened = file.setReadable(true, true);
        return closed && opened;
    }
}
