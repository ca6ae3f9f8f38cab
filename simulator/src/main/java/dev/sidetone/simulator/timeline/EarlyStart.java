package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.Nullable;

/** Watches, while the caller speaks, for an agent that begins a new answer. Owned by {@link OpenTurn}. */
final class EarlyStart {
    private static final long HEARD_NS = 300_000_000L;

    private final long callerStartNs;
    private final long queuedBefore;
    private final boolean agentWasHeard;
    private @Nullable Long mediaNs;
    private @Nullable Long audibleNs;

    EarlyStart(long callerStartNs, RecentMoments recent) {
        this.callerStartNs = callerStartNs;
        this.queuedBefore = recent.queuedBy(callerStartNs);
        this.agentWasHeard = callerStartNs - recent.lastAudibleBy(callerStartNs) <= HEARD_NS;
    }

    void hear(Moment moment) {
        if (audibleNs != null || moment.atNs() <= callerStartNs) {
            return;
        }
        if (moment instanceof Moment.Queued queued && mediaNs == null) {
            mediaNs = queued.atNs();
        } else if (moment instanceof Moment.Window window && window.begins() && isNew(window)) {
            audibleNs = window.atNs();
        }
    }

    /** An old answer's pause is not a new beginning: that takes a clear, or silence as long as yielding takes. */
    private boolean isNew(Moment.Window window) {
        boolean stopped = !agentWasHeard || window.afterClear() || window.silentNs() >= HEARD_NS;
        return stopped && window.endByte() > queuedBefore && window.firstByte() >= queuedBefore;
    }

    boolean before(long callerEndNs) {
        return audibleNs != null && audibleNs < callerEndNs;
    }

    @Nullable
    Long mediaNs() {
        return mediaNs;
    }

    @Nullable
    Long audibleNs() {
        return audibleNs;
    }
}
