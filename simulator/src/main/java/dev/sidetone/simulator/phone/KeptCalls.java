package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.recording.RecordingStore.Usage;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of a window's calls: whether the next one is kept, and what was kept. Worked by the phone's own thread, since disks
 * block; its readings are for any thread. A disk that fails costs recordings, never a call.
 */
public final class KeptCalls {
    private final RecordingStore shelf;
    private volatile boolean wanted = true;
    private volatile Usage content = Usage.NOTHING;
    private volatile @Nullable Trouble trouble;

    KeptCalls(RecordingStore shelf) {
        this.shelf = shelf;
    }

    /** Whether calls are kept, from the next one on. Any thread. */
    public void want(boolean keep) {
        wanted = keep;
    }

    /** Where they are. */
    public Path folder() {
        return shelf.folder();
    }

    /** How many there are, as of the last look. */
    public Usage content() {
        return content;
    }

    /** What was wrong with the disk when it was last used, or null. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** Where the next call's facts and sound go. Any thread. */
    public Spool place() {
        return wanted ? shelf.place(SidetoneVersion.TEXT) : Spool.NONE;
    }

    void look() {
        work("cannot be counted", shelf::look);
    }

    void tidy() {
        work("cannot be tidied up", shelf::tidy);
    }

    void clear() {
        work("cannot be deleted", shelf::clear);
    }

    private void work(String otherwise, Work work) {
        try {
            content = work.done();
            trouble = null;
        } catch (IOException | RuntimeException e) {
            trouble = new Trouble(
                    "The recordings " + otherwise + " (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ").",
                    "See that you may read and write " + shelf.folder() + ".");
        }
    }

    private interface Work {
        Usage done() throws IOException;
    }
}
