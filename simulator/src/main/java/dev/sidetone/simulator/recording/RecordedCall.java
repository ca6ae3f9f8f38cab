package dev.sidetone.simulator.recording;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded call as a list shows it. Immutable.
 *
 * @param startedAt when it began; by its folder's name where it has no result
 * @param target whom it reached, in a few words; empty where that is not known
 * @param caller who spoke, in a word; empty where that is not known
 * @param durationMs from the answer to the end; null where that is not known
 * @param medianTtfaMs of its judged turns; null without one
 * @param atBridge whether its times were taken at the bridge
 * @param findings how many its result holds
 * @param failed whether one of them is an error
 */
public record RecordedCall(
        Path folder,
        Instant startedAt,
        RecordingLabel label,
        String target,
        String caller,
        @Nullable Double durationMs,
        @Nullable Double medianTtfaMs,
        boolean atBridge,
        int findings,
        boolean failed,
        State state) {
    /** How much of a recording there is. */
    public enum State {
        WHOLE,
        /** It is being written at this moment, by this process or another. */
        RUNNING,
        /** Its recorder was killed: it has no result. */
        CUT,
        /** It has a result that this version cannot read. */
        UNREADABLE
    }
}
