package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the last calls in one folder that only its owner may read: the oldest goes when there are too many or they take too much room.
 * Leaves other files in that folder alone. Blocks for the disk; one thread at a time.
 */
public final class RecordingStore {
    /** The number of calls kept. */
    public static final int MOST_CALLS = 50;
    /** The bytes that they may take. */
    public static final long MOST_BYTES = 1_000_000_000L;

    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-\\w+(-\\d+)?");

    /** The number of calls there and the room that they take. */
    public record Usage(int calls, long bytes) {
        /** An empty store. */
        public static final Usage NOTHING = new Usage(0, 0);
    }

    private record Kept(Path folder, long bytes) {}

    private final Path folder;
    private final long mostBytes;

    RecordingStore(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** A store in {@code folder}, which is made with its first call. */
    public static RecordingStore in(Path folder) {
        return new RecordingStore(folder, MOST_BYTES);
    }

    /** The folder of the calls; it may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** A new place, for one call; the folder is made with the call's first fact. */
    public Spool place(String sidetone) {
        return CallFolder.inStore(folder, sidetone, mostBytes);
    }

    /** Counts the calls and their room. */
    public Usage look() throws IOException {
        return content(kept());
    }

    /** Drops the oldest calls until the rest may stay; leaves those that are being written, by this process or another. */
    public Usage tidy() throws IOException {
        List<Kept> all = kept();
        for (Kept call : List.copyOf(all)) {
            boolean tooMuch = all.size() > MOST_CALLS || content(all).bytes() > mostBytes;
            if (tooMuch && isDeleted(call)) {
                all.remove(call);
            }
        }
        return content(all);
    }

    /** Deletes every call but those that are being written, by this process or another. */
    public Usage clear() throws IOException {
        for (Kept call : kept()) {
            boolean unused = isDeleted(call);
        }
        return look();
    }

    private static boolean isDeleted(Kept call) throws IOException {
        if (FolderLock.isTaken(call.folder())) {
            return false;
        }
        delete(call.folder());
        return true;
    }

    private static Usage content(List<Kept> all) {
        return new Usage(all.size(), all.stream().mapToLong(Kept::bytes).sum());
    }

    /** The oldest first: a call's name begins with its time. */
    private List<Kept> kept() throws IOException {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        List<Kept> all = new ArrayList<>();
        for (Path each : list(folder)) {
            if (NAME.matcher(each.getFileName().toString()).matches()
                    && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                all.add(new Kept(each, bytes(each)));
            }
        }
        all.sort(Comparator.comparing(call -> call.folder().getFileName().toString()));
        return all;
    }

    private static long bytes(Path call) throws IOException {
        long bytes = 0;
        for (Path file : list(call)) {
            bytes += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
        }
        return bytes;
    }

    private static void delete(Path call) throws IOException {
        for (Path file : list(call)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(call);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
