package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.recording.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stores the notes of borrowed numbers in a folder that only its owner can read, one file for each number of each account. A write is
 * atomic and on the disk when it returns. The caller holds the number's {@link NumberLock}.
 */
final class LoanNoteStore {
    private static final String NOTE = ".json";
    private static final String DRAFT = ".draft";
    private static final int MOST_BYTES = 1 << 20;

    private final Path folder;

    LoanNoteStore(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder; creates it if necessary. */
    Path folder() throws IOException {
        if (!Files.isDirectory(folder)) {
            try {
                PrivateFiles.folder(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        return folder;
    }

    Path path(String account, String sid) {
        return folder.resolve(account + "-" + sid + NOTE);
    }

    Path path(LoanNote note) {
        return path(note.account(), note.number().sid());
    }

    boolean has(String account, String sid) {
        return Files.exists(path(account, sid));
    }

    void write(LoanNote note) throws IOException {
        Path path = path(note);
        Path draft = folder().resolve(path.getFileName() + DRAFT);
        Files.deleteIfExists(draft);
        try (FileChannel file = PrivateFiles.file(draft)) {
            ByteBuffer bytes = ByteBuffer.wrap(LoanNoteJson.write(note));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    LoanNote read(Path path) throws IOException {
        return LoanNoteJson.read(RegularFile.read(path, MOST_BYTES));
    }

    void delete(LoanNote note) throws IOException {
        Files.deleteIfExists(path(note));
        syncFolder();
    }

    /** The paths of all notes. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(NOTE)).sorted().toList();
        }
    }

    /** Syncs the folder, which holds the file names. On Windows a folder cannot be opened, and the system does this itself. */
    private void syncFolder() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows, as above.
        }
    }
}
