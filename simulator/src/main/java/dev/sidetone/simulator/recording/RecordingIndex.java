package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.LatencyDigest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the recordings of a store, the newest first. A recording is read again only when its result or its label changed. Blocks for the disk;
 * owned by one thread.
 */
public final class RecordingIndex {
    private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int NAME_TIME_CHARS = 15;
    private static final Comparator<RecordedCall> NEWEST_FIRST = Comparator.comparing(RecordedCall::startedAt)
            .thenComparing(call -> call.folder().toString())
            .reversed();

    private final RecordingStore store;
    private final LatencyDigest ttfa = new LatencyDigest();
    private Map<Path, Entry> known = new HashMap<>();

    /** The files' states by which it is seen that a recording did not change. */
    private record Stamp(long resultMs, long resultBytes, long labelMs, long labelBytes) {}

    private record Entry(Stamp stamp, RecordedCall call) {}

    public RecordingIndex(RecordingStore store) {
        this.store = store;
    }

    /**
     * Looks at the store again.
     *
     * @throws IOException if its folder is there and cannot be read
     */
    public List<RecordedCall> list() throws IOException {
        Map<Path, Entry> now = new HashMap<>();
        List<RecordedCall> calls = new ArrayList<>();
        for (Path folder : store.folders()) {
            Entry entry = entry(folder);
            now.put(folder, entry);
            calls.add(entry.call());
        }
        known = now;
        calls.sort(NEWEST_FIRST);
        return List.copyOf(calls);
    }

    private Entry entry(Path folder) {
        Stamp stamp = stamp(folder);
        Entry before = known.get(folder);
        if (before != null && stamp.resultMs() > 0 && before.stamp().equals(stamp)) {
            return before;
        }
        return new Entry(stamp, read(folder, stamp));
    }

    private RecordedCall read(Path folder, Stamp stamp) {
        RecordingLabel label = stamp.labelMs() == 0 ? RecordingLabel.NONE : RecordingLabel.read(folder);
        CallBeginning begun = label.target().isEmpty()
                ? CallBeginning.read(folder)
                : new CallBeginning(label.target(), label.caller());
        RecordedCall.State state = stamp.resultMs() > 0
                ? RecordedCall.State.WHOLE
                : FolderLock.isTaken(folder) ? RecordedCall.State.RUNNING : RecordedCall.State.CUT;
        ResultSummary result = null;
        if (state == RecordedCall.State.WHOLE) {
            try {
                result = ResultSummary.read(folder.resolve(CallFiles.RESULT), ttfa);
            } catch (IOException e) {
                state = RecordedCall.State.UNREADABLE;
            }
        }
        return call(folder, label, begun, result, state);
    }

    private static RecordedCall call(
            Path folder,
            RecordingLabel label,
            CallBeginning begun,
            @Nullable ResultSummary result,
            RecordedCall.State state) {
        Instant startedAt = result == null || result.startedAt == null ? byName(folder) : result.startedAt;
        return new RecordedCall(
                folder,
                startedAt,
                label,
                begun.target(),
                begun.caller(),
                result == null ? null : result.durationMs,
                result == null ? null : result.medianTtfaMs,
                result != null && result.atBridge,
                result == null ? 0 : result.findings,
                result != null && result.failed,
                state);
    }

    private static Instant byName(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return LocalDateTime.parse(name.substring(0, NAME_TIME_CHARS), NAME_TIME)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** Zero for what is not there, without an exception for each. */
    private static Stamp stamp(Path folder) {
        File result = folder.resolve(CallFiles.RESULT).toFile();
        File label = folder.resolve(RecordingLabel.FILE).toFile();
        return new Stamp(result.lastModified(), result.length(), label.lastModified(), label.length());
    }
}
