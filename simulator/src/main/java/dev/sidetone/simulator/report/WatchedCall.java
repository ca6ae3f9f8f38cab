package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.wire.WireLog;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A call that a window shows, simulated or live: its methods return snapshots and never wait. For any thread. */
public interface WatchedCall {
    /** The timeline, for whoever draws it. */
    CallTimeline timeline();

    /** The result: what is known so far, and everything when the call is over. */
    CallResult result();

    /** Whether the call is over and {@link #result} final. */
    boolean isOver();

    /** The next line of the event list that was not taken yet, or null. One reader. */
    @Nullable
    EventLine nextEventLine();

    /** The messages on the call's wires; null where they were not kept. */
    default @Nullable WireLog wire() {
        return null;
    }

    /** The words of the call so far; null where they were not kept. */
    default @Nullable WordLog words() {
        return null;
    }

    /** The time since the stream was opened; null before that. */
    @Nullable
    Double elapsedMs();

    /**
     * The folder of its recording, with {@code call.wav} and {@code events.jsonl}: while the call goes on what there is so far, half a second
     * late. Null before its first fact and where nothing is kept; it may be deleted at any time.
     */
    default @Nullable Path recording() {
        CallResult.Kept kept = result().recording();
        return kept == null || kept.folder() == null ? null : Path.of(kept.folder());
    }
}
