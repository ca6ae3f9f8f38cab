package dev.sidetone.simulator.timeline;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a spool until that fails, which it reports once: a full disk ends the recording, never the call, and what could not be kept is
 * said at the end too. Owned by {@link CallTimeline}.
 */
final class SpoolWriter {
    private static final long FLUSH_NS = 500_000_000L;

    /** Something to write. */
    interface Writing {
        void to(Spool spool) throws IOException;
    }

    private final Consumer<String> problems;
    private final Spool spool;
    private boolean failed;
    private @Nullable String lost;
    private @Nullable Long flushedNs;

    SpoolWriter(Spool spool, Consumer<String> problems) {
        this.spool = spool;
        this.problems = problems;
    }

    void write(Writing writing) {
        if (failed) {
            return;
        }
        try {
            writing.to(spool);
        } catch (IOException | RuntimeException e) {
            failed = true;
            lost = reason(e);
            problems.accept(lost);
        }
    }

    /** What became of the recording so far, or null where none is kept. */
    CallResult.@Nullable Kept kept() {
        Path folder = spool.folder();
        return spool.isKept()
                ? new CallResult.Kept(lost == null, folder == null ? null : folder.toString(), lost)
                : null;
    }

    /** Flushes at least every half second. */
    void pumped(long nowNs) {
        if (flushedNs == null || nowNs - flushedNs >= FLUSH_NS) {
            flushedNs = nowNs;
            write(Spool::flush);
        }
    }

    /** Closes also what has failed, for its files are still open. */
    void close(CallResult result) {
        boolean failedBefore = failed;
        failed = false;
        write(failedBefore ? closing -> closeQuietly(closing, result) : closing -> closing.close(result));
    }

    private static void closeQuietly(Spool spool, CallResult result) {
        try {
            spool.close(result);
        } catch (IOException | RuntimeException again) {
            // The first failure has been reported.
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + " was deleted while the call ran";
        }
        String kind = e.getClass().getSimpleName();
        return e.getMessage() == null
                ? kind
                : kind.equals("IOException") ? e.getMessage() : kind + ": " + e.getMessage();
    }
}
