package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/**
 * The agent's answer to one turn: begins with the audio queued first after the caller has ended, and is timed when that audio is first
 * heard. Owned by {@link OpenTurn}.
 */
final class TurnAnswer {
    private final long callerEndNs;
    private Moment.@Nullable Queued first;
    private @Nullable Long heardFromNs;
    private @Nullable Long audibleNs;
    private boolean overlapped;
    private boolean late;

    TurnAnswer(long callerEndNs) {
        this.callerEndNs = callerEndNs;
    }

    void hear(Moment moment) {
        if (moment.atNs() < callerEndNs || (audibleNs != null && moment.atNs() > audibleNs)) {
            return;
        }
        if (moment instanceof Moment.Window window) {
            hearWindow(window);
        } else if (moment instanceof Moment.Late) {
            late = true;
        } else if (moment instanceof Moment.Cleared && audibleNs == null) {
            first = null;
            heardFromNs = null;
        } else if (moment instanceof Moment.Queued queued && first == null) {
            first = queued;
        }
    }

    private void hearWindow(Moment.Window window) {
        if (audibleNs != null || overlapped) {
            return;
        }
        if (first == null || window.endByte() <= first.firstByte()) {
            overlapped = window.audible();
            return;
        }
        if (heardFromNs == null) {
            long byteOfWindow = Math.max(0, first.firstByte() - window.firstByte());
            heardFromNs = window.atNs() + byteOfWindow * LineFrame.SAMPLE_NS;
        }
        if (window.begins()) {
            audibleNs = window.atNs();
            heardFromNs = Math.min(heardFromNs, window.atNs());
        } else {
            overlapped = window.audible();
        }
    }

    /** The arrival of its first audio. */
    @Nullable
    Long mediaNs() {
        return first == null ? null : (Long) first.atNs();
    }

    /** The time at which that audio began to play, even if it was silence. */
    @Nullable
    Long heardFromNs() {
        return heardFromNs;
    }

    /** The time at which it was first audible. */
    @Nullable
    Long audibleNs() {
        return audibleNs;
    }

    /** Whether an older answer ran on past the caller's end, so that this one has no beginning. */
    boolean overlapped() {
        return overlapped;
    }

    /** Whether something between the caller's end and the first audible sample was late. */
    boolean late() {
        return late;
    }
}
