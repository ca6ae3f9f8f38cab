package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.recording.RecordedCall;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.RecordingIndex;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The list of recorded calls, and what a person does with one of them. Commands and getters return at once, on any thread; a thread of its own
 * does what blocks, also in a call.
 */
public final class CallHistory {
    private final KeptRecordings recordings;
    private final RecordingIndex index;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(CallHistory::workerThread);
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile List<RecordedCall> calls = List.of();
    private volatile boolean looked;
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Trouble notCompared;

    CallHistory(KeptRecordings recordings) {
        this.recordings = recordings;
        this.index = new RecordingIndex(recordings.store());
    }

    private static Thread workerThread(Runnable work) {
        Thread thread = new Thread(work, "calls-list");
        thread.setDaemon(true);
        return thread;
    }

    /** The recorded calls as of the last look, the newest first; the same list until something changed. */
    public List<RecordedCall> calls() {
        return calls;
    }

    /** Whether the folder was looked at before. */
    public boolean hasLooked() {
        return looked;
    }

    /** The problem with the folder when it was last looked at, or with the last results that were asked for; else null. */
    public @Nullable Trouble trouble() {
        return trouble == null ? notCompared : trouble;
    }

    /** Looks at the folder again, as for calls that another window made. */
    public void look() {
        if (!looking.getAndSet(true)) {
            run(this::list);
        }
    }

    /** Gives a call a name; an empty one takes it away. */
    public void rename(Path call, String name) {
        label(call, label -> label.named(name));
    }

    /** Marks a call to be kept when the oldest go, or takes the mark away. */
    public void keep(Path call, boolean kept) {
        label(call, label -> label.kept(kept));
    }

    private void label(Path call, UnaryOperator<RecordingLabel> change) {
        run(() ->
                recordings.change("cannot be labelled", () -> recordings.store().label(call, change)));
        run(this::list);
    }

    /** Hands over the results of calls as they were recorded, on this history's thread; where one cannot be read, that is the trouble. */
    public void results(List<Path> these, Consumer<List<CallResult>> to) {
        run(() -> {
            notCompared = null;
            try {
                List<CallResult> results = new ArrayList<>();
                for (Path call : these) {
                    results.add(Recording.open(call).result());
                }
                to.accept(results);
            } catch (IOException e) {
                notCompared = new Trouble(
                        "A call cannot be compared: " + e.getMessage() + ".", "Choose another, or open it to see why.");
            }
        });
    }

    /** Deletes calls; those that are being recorded stay, and that is said. */
    public void delete(List<Path> these) {
        for (Path call : these) {
            run(() -> recordings.change(
                    "cannot be deleted", () -> recordings.store().delete(call)));
        }
        run(this::list);
    }

    /** Deletes all calls but those that are marked to be kept and those that are being recorded. */
    public void deleteAll() {
        run(recordings::clear);
        run(this::list);
    }

    /** After the end of the phone there is nothing to be listed. */
    private void run(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException closed) {
            looking.set(false);
        }
    }

    private void list() {
        looking.set(false);
        try {
            List<RecordedCall> now = index.list();
            if (!now.equals(calls)) {
                calls = now;
            }
            trouble = null;
        } catch (IOException | RuntimeException e) {
            Path folder = recordings.folder();
            trouble = new Trouble(
                    "The recorded calls cannot be listed (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + ").",
                    "See that you may read " + folder + ".");
        }
        looked = true;
    }

    void close() {
        worker.shutdown();
    }
}
