package dev.sidetone.junit;

import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.recording.PrivateFiles;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The calls of one test, or those that the tests of a class share, and their recordings: kept if one failed, else deleted with the test. For
 * any thread.
 */
final class TestCalls {
    private final Path folder;
    private final Keep keep;
    private final RecordingStore store;
    private final List<ScriptedCall> unmade = new ArrayList<>();
    private final List<Spool> recordings = new ArrayList<>();
    private boolean failed;

    /** @param folder of the recordings of this test alone; made with the first call */
    TestCalls(Path folder, Keep keep) {
        this.folder = folder;
        this.keep = keep;
        this.store = RecordingStore.ofOneProcess(folder);
    }

    /** A call was begun that is still to be made. */
    synchronized void begin(ScriptedCall call) {
        unmade.add(call);
    }

    /** Makes a call that was begun, on the caller's thread, until its end. */
    FinishedCall make(ScriptedCall call, CallSetup setup, OpenedCaller caller) {
        synchronized (this) {
            unmade.remove(call);
        }
        return CallAttempts.make(setup, caller, this::place);
    }

    /** The calls that were begun and not made. */
    synchronized List<ScriptedCall> unmade() {
        return List.copyOf(unmade);
    }

    /** The folders of the calls' recordings, for when the calls are over. */
    synchronized List<Path> recordings() {
        return recordings.stream().map(Spool::folder).filter(Objects::nonNull).toList();
    }

    /** A test that made these calls or judges them has failed. */
    synchronized void fail() {
        failed = true;
    }

    /** Deletes the recordings that are not to be kept. */
    synchronized void close() throws IOException {
        if (!recordings.isEmpty() && keep == Keep.FAILED && !failed) {
            clear();
            removeIfEmpty();
        }
    }

    private synchronized Spool place() {
        if (keep == Keep.NONE) {
            return Spool.NONE;
        }
        if (recordings.isEmpty()) {
            prepare();
        }
        Spool recording = store.place(SidetoneVersion.TEXT);
        recordings.add(recording);
        return recording;
    }

    /** What an earlier run of the test left is of no use beside this run's. */
    private void prepare() {
        try {
            if (Files.isDirectory(folder)) {
                clear();
            } else {
                PrivateFiles.folder(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder " + folder + " cannot hold the calls' recordings; name another with -D"
                            + SidetoneExtension.RECORDINGS + "=FOLDER",
                    e);
        }
    }

    private void clear() throws IOException {
        RecordingStore.Usage left = store.clear();
        if (left.calls() > 0) {
            throw new IOException("recordings of calls that are not over are left in " + folder);
        }
    }

    private void removeIfEmpty() throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException othersFiles) {
            // Somebody keeps something there.
        }
    }
}
