package dev.sidetone.simulator.timeline;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.CallResult.Probe;
import org.jspecify.annotations.Nullable;

/**
 * One probe, followed until it is known whether the agent stopped for it, if it was speaking, or answered it, if it was silent. Owned by {@link
 * ProbeMeter}.
 */
final class OpenProbe {
    private static final long ANSWER_NS = Thresholds.PROBE_ANSWER_MS * 1_000_000L;

    private final ProbeKind kind;
    private final long onsetNs;
    private final long queuedBefore;
    /** Whether the agent was to speak anyway: what it then says answers something else. */
    private final boolean owed;

    private final @Nullable OpenBargeIn bargeIn;
    private @Nullable Long endNs;
    private @Nullable Boolean answered;

    OpenProbe(Fact.ProbeStarted started, boolean owed, RecentMoments recent) {
        this.kind = started.kind();
        this.onsetNs = started.startNs();
        this.owed = owed;
        this.queuedBefore = recent.queuedBy(onsetNs);
        this.bargeIn = OpenBargeIn.possible(onsetNs, recent)
                ? new OpenBargeIn(onsetNs, Thresholds.PROBE_YIELD_MS, recent)
                : null;
        recent.replay(this::hearAnswer);
    }

    void ends(long atNs) {
        endNs = atNs;
    }

    void hear(Moment moment) {
        if (bargeIn != null) {
            bargeIn.hear(moment);
        }
        hearAnswer(moment);
    }

    private void hearAnswer(Moment moment) {
        if (answered != null || !(moment instanceof Moment.Window window) || window.atNs() < onsetNs) {
            return;
        }
        if (endNs != null && window.atNs() > endNs + ANSWER_NS) {
            answered = false;
        } else if (window.begins() && window.endByte() > queuedBefore) {
            answered = true;
        }
    }

    /** The agent says that it broke its answer off. */
    void cutByAgent() {
        if (bargeIn != null) {
            bargeIn.cutByAgent();
        }
    }

    /** Whether nothing more is to be learned. */
    boolean settled() {
        OpenBargeIn over = confirmed();
        return over == null ? answered != null : over.settled();
    }

    /** What it is if the agent was speaking; else null. */
    private @Nullable OpenBargeIn confirmed() {
        return (bargeIn != null && bargeIn.confirmed()) ? bargeIn : null;
    }

    Probe probe(CallClock origin) {
        double atMs = origin.atMs(onsetNs);
        OpenBargeIn over = confirmed();
        if (over != null) {
            Boolean stopped = over.stopped();
            return new Probe(kind.word(), atMs, true, stopped, null, not(stopped));
        }
        Boolean reply = owed ? null : answered;
        // A backchannel in silence may be a word of assent, which an agent may answer.
        Boolean right = kind == ProbeKind.BACKCHANNEL ? null : not(reply);
        return new Probe(kind.word(), atMs, false, null, reply, right);
    }

    private static @Nullable Boolean not(@Nullable Boolean wrong) {
        return wrong == null ? null : (Boolean) !wrong;
    }
}
