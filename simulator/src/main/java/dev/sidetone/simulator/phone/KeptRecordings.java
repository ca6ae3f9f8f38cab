package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.recording.RecordingStore.Usage;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of the window's calls: whether the next one is kept, and how many there are. The phone's own thread accesses the disk,
 * since that blocks, and its list's; the results are for any thread. A disk that fails costs recordings, never a call.
 */
public final class KeptRecordings {
    private volatile RecordingStore store;
    private volatile boolean wanted = true;
    private volatile Usage content = Usage.NOTHING;
    private volatile @Nullable Trouble trouble;

    KeptRecordings(RecordingStore store) {
        this.store = store;
    }

    /** Whether calls are kept, from the next one on. Any thread. */
    public void want(boolean keep) {
        wanted = keep;
    }

    /** Keeps the next calls in another folder; those in the one before stay there. Any thread. */
    public void keepIn(RecordingStore other) {
        store = other;
    }

    /** The folder that holds them. */
    public Path folder() {
        return store.folder();
    }

    /** Their number and size, as of the last count. */
    public Usage content() {
        return content;
    }

    /** The problem with the disk when it was last used, or null. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** The place for the next call's facts and sound. Any thread. */
    public Spool place() {
        return place(RecordingLabel.NONE);
    }

    /** The same, with a label for its recording. */
    Spool place(RecordingLabel label) {
        return wanted ? store.place(SidetoneVersion.TEXT, label) : Spool.NONE;
    }

    RecordingStore store() {
        return store;
    }

    void look() {
        work("cannot be counted", () -> store.look());
    }

    void tidy() {
        work("cannot be tidied up", () -> store.tidy());
    }

    void clear() {
        work("cannot be deleted", () -> store.clear());
    }

    /** Deletes one recording or changes its label; the words complete "The recording …". */
    void change(String otherwise, Changing changing) {
        work(otherwise, () -> {
            changing.done();
            return store.look();
        });
    }

    private synchronized void work(String otherwise, Work work) {
        try {
            content = work.done();
            trouble = null;
        } catch (IOException | RuntimeException e) {
            trouble = new Trouble(
                    "The recordings " + otherwise + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ").",
                    "See that you may read and write " + store.folder() + ".");
        }
    }

    /** What is done to one recording. */
    interface Changing {
        void done() throws IOException;
    }

    private interface Work {
        Usage done() throws IOException;
    }
}
