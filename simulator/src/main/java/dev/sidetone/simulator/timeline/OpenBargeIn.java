package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import org.jspecify.annotations.Nullable;

/**
 * One onset of the caller's speech near the agent's, followed until the ear has been silent for 300 ms and no clear can follow, or the
 * agent has talked on for as long as yielding may take. It counts as a barge-in once the agent is heard past the onset, or is cut off by a clear. Owned by
 * {@link BargeInMeter}, or {@link OpenProbe}.
 */
final class OpenBargeIn {
    private static final long PAUSE_NS = 2_000_000_000L;
    private static final long SILENT_NS = 300_000_000L;
    /** The agent's word that it was cut may come so much behind the silence: on a wire without one, its transcript shows it. */
    private static final long TOLD_NS = 1_500_000_000L;

    private static final long WORTH_BYTES = LineFrame.RATE_HZ;
    private static final long WORTH_DISCARDING_BYTES = LineFrame.RATE_HZ / 10;

    private final long onsetNs;
    private final long yieldNs;
    private final long queuedBefore;
    private final long toComeBytes;
    private boolean cutByAgent;
    private long heardUntilNs;
    private @Nullable Long clearNs;
    private long discardedBytes;
    private @Nullable Long silenceNs;
    private boolean confirmed;
    private boolean settled;

    /** @param yieldMs the time in which the agent yields, if it does */
    OpenBargeIn(long onsetNs, int yieldMs, RecentMoments recent) {
        this.onsetNs = onsetNs;
        this.yieldNs = yieldMs * 1_000_000L;
        this.queuedBefore = recent.queuedBy(onsetNs);
        this.toComeBytes = queuedBefore - recent.goneBy(onsetNs);
        this.heardUntilNs = recent.lastAudibleBy(onsetNs);
        recent.replay(this::hear);
    }

    /** Whether an onset at {@code onsetNs} may be one: the agent was heard just before, or pauses in audio that is still playing. */
    static boolean possible(long onsetNs, RecentMoments recent) {
        long quietNs = onsetNs - recent.lastAudibleBy(onsetNs);
        boolean playing = recent.queuedBy(onsetNs) > recent.goneBy(onsetNs);
        return quietNs <= SILENT_NS || (playing && quietNs <= PAUSE_NS);
    }

    void hear(Moment moment) {
        if (settled || moment.atNs() < onsetNs - Moment.WINDOW_NS) {
            return;
        }
        if (moment instanceof Moment.Window window && window.endNs() > onsetNs) {
            hearWindow(window);
        } else if (moment instanceof Moment.Cleared cleared && cleared.atNs() >= onsetNs) {
            clear(cleared);
        }
    }

    private void clear(Moment.Cleared cleared) {
        if (clearNs == null) {
            clearNs = cleared.atNs();
        }
        discardedBytes += cleared.bytes();
        confirmed |= discardedBytes >= WORTH_DISCARDING_BYTES;
    }

    private void hearWindow(Moment.Window window) {
        long quietFromNs = Math.max(onsetNs, heardUntilNs);
        if (silenceNs != null) {
            settled = window.audible() || !(mayBeCleared(window) || mayBeTold(window));
        } else if (window.audible()) {
            confirmed |= window.firstByte() < queuedBefore || window.atNs() - heardUntilNs <= SILENT_NS;
            heardUntilNs = window.endNs();
            settled = heardUntilNs - onsetNs > yieldNs;
        } else if (window.endNs() - quietFromNs >= SILENT_NS) {
            silenceNs = quietFromNs;
            settled = !(mayBeCleared(window) || mayBeTold(window));
        }
    }

    /** Whether the silence is a pause in audio that waits to be heard: the clear that cuts it may still be on its way. */
    private boolean mayBeCleared(Moment.Window window) {
        return clearNs == null && window.endByte() < queuedBefore && window.endNs() - onsetNs <= yieldNs;
    }

    /** Whether it is not known yet that the agent yielded, and may still be. */
    private boolean mayBeTold(Moment.Window window) {
        return confirmed && yielded() == null && window.endNs() - quietNs() <= TOLD_NS;
    }

    private long quietNs() {
        return silenceNs == null ? heardUntilNs : silenceNs;
    }

    /** The agent says that it broke its answer off. */
    void cutByAgent() {
        cutByAgent = true;
    }

    boolean confirmed() {
        return confirmed;
    }

    boolean settled() {
        return settled;
    }

    BargeIn bargeIn(CallClock origin) {
        return new BargeIn(
                origin.atMs(onsetNs),
                sinceOnset(clearNs),
                sinceOnset(silenceNs),
                discardedMs(),
                (settled || silenceNs != null) ? yielded() : null);
    }

    /**
     * Whether the agent fell silent because of it: by a clear that threw audio away, or since its wire says that it was cut. A pause in audio that
     * was queued before is none; null if the answer may just have ended, or it is too early to tell.
     */
    @Nullable
    Boolean stopped() {
        if (silenceNs == null) {
            return settled ? false : null;
        }
        if (discardedBytes > 0 || cutByAgent) {
            return true;
        }
        return (settled && toComeBytes >= WORTH_BYTES) ? (Boolean) false : null;
    }

    private @Nullable Double discardedMs() {
        return clearNs == null ? null : (Double) (discardedBytes * 1000.0 / LineFrame.RATE_HZ);
    }

    /** Silence alone is no yield: the answer may just have ended. */
    private @Nullable Boolean yielded() {
        boolean moreWasToCome = discardedBytes > 0 || toComeBytes >= WORTH_BYTES || cutByAgent;
        if (silenceNs == null) {
            return false;
        }
        return moreWasToCome ? true : null;
    }

    private @Nullable Double sinceOnset(@Nullable Long ns) {
        return ns == null ? null : (Double) CallClock.ms(ns - onsetNs);
    }
}
