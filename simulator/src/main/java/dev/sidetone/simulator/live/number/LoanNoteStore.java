package dev.sidetone.simulator.live.number;

import dev.sidetone.simulator.recording.OwnerOnly;
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
 * The folder of notes, one for each number of each account, for their owner alone to read. A note is there whole or not at all, and on
 * the disk before anything is changed at Twilio. Whoever holds the number's {@link NumberLock} touches its note.
 */
final class LoanNoteStore {
    private static final String NOTE = ".json";
    private static final String DRAFT = ".draft";

    private final Path folder;

    LoanNoteStore(Path folder) {
        this.folder = folder;
    }

    /** The folder, which is made if need be. */
    Path folder() throws IOException {
        if (!Files.isDirectory(folder)) {
            try {
                OwnerOnly.folder(folder);
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
        try (FileChannel file = OwnerOnly.file(draft)) {
            ByteBuffer bytes = ByteBuffer.wrap(LoanNoteJson.write(note));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        keepNames();
    }

    LoanNote read(Path path) throws IOException {
        return LoanNoteJson.read(Files.readAllBytes(path));
    }

    void delete(LoanNote note) throws IOException {
        Files.deleteIfExists(path(note));
        keepNames();
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

    /** A name is safe on the disk when its folder is; where a folder cannot be opened (Windows) the system sees to it. */
    private void keepNames() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // As said.
        }
    }
}
