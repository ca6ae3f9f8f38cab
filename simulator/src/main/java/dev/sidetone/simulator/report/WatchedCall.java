package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
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

    /** The time since the stream was opened; null before that. */
    @Nullable
    Double elapsedMs();
}
