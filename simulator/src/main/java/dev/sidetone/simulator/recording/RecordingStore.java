package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the last calls in one folder that only its owner may read: the oldest goes when there are too many or they take too much room.
 * Leaves other files in that folder alone, and recordings that a person marked to be kept. Other processes may use the same folder at the same
 * time. Blocks for the disk; for any thread.
 */
public final class RecordingStore {
    /** The number of calls that stay without being marked. */
    public static final int MOST_CALLS = 50;
    /** The bytes that they may take. */
    public static final long MOST_BYTES = 1_000_000_000L;

    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-\\w+(-\\d+)?");

    /** The number of calls there and the room that they take. */
    public record Usage(int calls, long bytes) {
        /** An empty store. */
        public static final Usage NOTHING = new Usage(0, 0);
    }

    private record Kept(Path folder, long bytes) {
        boolean isMarked() {
            return RecordingLabel.read(folder).kept();
        }
    }

    private final Path folder;
    private final long mostBytes;
    private final boolean shared;

    RecordingStore(Path folder, long mostBytes) {
        this(folder, mostBytes, true);
    }

    private RecordingStore(Path folder, long mostBytes, boolean shared) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.shared = shared;
    }

    /** A store in {@code folder}, which is made with its first call; other processes may use it too, and a lock is kept beside it. */
    public static RecordingStore in(Path folder) {
        return new RecordingStore(folder, MOST_BYTES);
    }

    /** A store that no other process uses: nothing is left beside {@code folder}. */
    public static RecordingStore ofOneProcess(Path folder) {
        return new RecordingStore(folder, MOST_BYTES, false);
    }

    /** The folder of the calls; it may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** A new place, for one call; the folder is made with the call's first fact. */
    public Spool place(String sidetone) {
        return place(sidetone, RecordingLabel.NONE);
    }

    /** The same, with a label for the recording. */
    public Spool place(String sidetone, RecordingLabel label) {
        return CallFolder.inStore(folder, shared, sidetone, mostBytes, label);
    }

    /** Counts the calls and their room. */
    public Usage look() throws IOException {
        return content(kept());
    }

    /** Drops the oldest calls that nobody marked until the rest may stay; leaves those that are being written, by this process or another. */
    public Usage tidy() throws IOException {
        List<Kept> all = kept();
        List<Kept> unmarked = new ArrayList<>(all);
        unmarked.removeIf(Kept::isMarked);
        for (Kept call : List.copyOf(unmarked)) {
            boolean tooMuch = unmarked.size() > MOST_CALLS || content(unmarked).bytes() > mostBytes;
            if (tooMuch && isDeleted(call.folder())) {
                unmarked.remove(call);
                all.remove(call);
            }
        }
        return content(all);
    }

    /** Deletes every call but those that are marked to be kept and those that are being written, by this process or another. */
    public Usage clear() throws IOException {
        for (Kept call : kept()) {
            boolean unused = !call.isMarked() && isDeleted(call.folder());
        }
        return look();
    }

    /**
     * Deletes one call, marked or not.
     *
     * @throws IOException also where the call is being written
     */
    public void delete(Path call) throws IOException {
        if (!isDeleted(checked(call))) {
            throw new IOException("the call is being recorded at this moment");
        }
    }

    /** Names a call and marks it to be kept, or takes either back. */
    public void label(Path call, UnaryOperator<RecordingLabel> change) throws IOException {
        change.apply(RecordingLabel.read(checked(call))).write(call);
    }

    /** Only what lies in the store is its own to change. */
    private Path checked(Path call) {
        if (!folder.equals(call.getParent())
                || !NAME.matcher(call.getFileName().toString()).matches()) {
            throw new IllegalArgumentException(call + " is no call of " + folder);
        }
        return call;
    }

    private boolean isDeleted(Path call) throws IOException {
        return shared ? StoreLock.during(folder, () -> isDeletedAlone(call)) : isDeletedAlone(call);
    }

    private boolean isDeletedAlone(Path call) throws IOException {
        if (FolderLock.isTaken(call)) {
            return false;
        }
        deleteFiles(call);
        return true;
    }

    private static Usage content(List<Kept> all) {
        return new Usage(all.size(), all.stream().mapToLong(Kept::bytes).sum());
    }

    /** The oldest first: a call's name begins with its time. */
    private List<Kept> kept() throws IOException {
        List<Kept> all = new ArrayList<>();
        for (Path call : folders()) {
            all.add(new Kept(call, bytes(call)));
        }
        all.sort(Comparator.comparing(call -> call.folder().getFileName().toString()));
        return all;
    }

    /** The folders of calls, in no order. */
    List<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> calls = new ArrayList<>();
        for (Path each : list(folder)) {
            if (NAME.matcher(each.getFileName().toString()).matches()
                    && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                calls.add(each);
            }
        }
        return calls;
    }

    private static long bytes(Path call) throws IOException {
        long bytes = 0;
        try {
            for (Path file : list(call)) {
                bytes += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            return bytes;
        }
        return bytes;
    }

    private static void deleteFiles(Path call) throws IOException {
        try {
            for (Path file : list(call)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(call);
        } catch (NoSuchFileException deletedMeanwhile) {
            // Another process deleted the same one.
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
