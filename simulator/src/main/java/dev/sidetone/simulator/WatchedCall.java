package dev.sidetone.simulator;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import org.jspecify.annotations.Nullable;

/** One call as a window watches it, wherever it is made: snapshots, and nothing that waits. For any thread. */
public interface WatchedCall {
    /** What happened, for who draws it. */
    CallTimeline timeline();

    /** The numbers: so far, or all of them when the call is over. */
    CallResult result();

    /** Whether the call is over and {@link #result} final. */
    boolean isOver();

    /** The next thing worth telling that was not told yet, or null. One reader. */
    @Nullable
    EventLine nextTold();

    /** How long the stream has been open; null before that. */
    @Nullable
    Double elapsedMs();
}
