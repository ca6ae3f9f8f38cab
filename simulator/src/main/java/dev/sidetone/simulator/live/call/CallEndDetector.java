package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a call is over and who ended it, by what Twilio and the bridge tell: a callback that says so, a caller gone when Twilio asks what
 * comes next, or a stream that ended and was followed by nothing. Owned by its call's thread.
 */
final class CallEndDetector {
    private static final long S_NS = 1_000_000_000L;
    /** Twilio's news of the end comes within a second or two; a call that goes on comes back on another stream within this. */
    private static final long SILENT_NS = 10 * S_NS;
    /** Nobody rings longer. */
    private static final long RINGING_NS = 120 * S_NS;
    /** No call at Twilio lasts longer. */
    private static final long PUT_THROUGH_NS = 4 * 3_600 * S_NS;

    private static final Set<String> OVER = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    private final long beganNs;
    private @Nullable Long streamOverNs;
    private @Nullable StreamEnding how;
    private boolean streaming;
    private @Nullable Long overNs;
    private String why = "";

    CallEndDetector(long beganNs) {
        this.beganNs = beganNs;
    }

    void take(Observation tapped, boolean isStreaming) {
        streaming = isStreaming;
        if (tapped instanceof Observation.Over over) {
            streamOverNs = over.atNs();
            why = over.why();
        } else if (tapped instanceof Observation.Left left) {
            how = isPutThrough() ? how : left.how();
        } else if (tapped instanceof Observation.Status status) {
            over(status.news().get("CallStatus"), status.atNs());
        } else if (tapped instanceof Observation.Asked asked
                && asked.request().document() == BridgeListener.Document.AFTER_STREAM) {
            over(asked.request().fields().get("CallStatus"), asked.atNs());
        }
    }

    /** Whether a status is Twilio's word for a call that is over. */
    static boolean isOver(String status) {
        return OVER.contains(status);
    }

    private void over(String status, long atNs) {
        if (isOver(status)) {
            overNs = endsWithItsStream() && streamOverNs != null ? streamOverNs : (Long) atNs;
            why = why.isEmpty() ? "Twilio says " + status : why;
        }
    }

    /** The call's last fact, or null while it goes on or may still go on. */
    Fact.@Nullable CallEnded at(long nowNs, @Nullable EndedBy wished) {
        if (streaming) {
            return null;
        }
        Long endNs = overNs == null ? silentEnd(nowNs) : overNs;
        return endNs == null ? null : new Fact.CallEnded(endNs, wished == null ? by() : wished, why());
    }

    /** The last fact of a call that is watched no longer. */
    Fact.CallEnded now(long nowNs, @Nullable EndedBy wished) {
        Long sinceNs = overNs == null ? streamOverNs : overNs;
        if (streaming || sinceNs == null) {
            return new Fact.CallEnded(nowNs, EndedBy.SERVER, "Sidetone ended");
        }
        return new Fact.CallEnded(sinceNs, wished == null ? by() : wished, why());
    }

    private String why() {
        return why.isEmpty() ? "no stream ever came" : why;
    }

    private @Nullable Long silentEnd(long nowNs) {
        Long sinceNs = streamOverNs;
        if (sinceNs == null) {
            return nowNs - beganNs >= RINGING_NS ? (Long) nowNs : null;
        }
        return nowNs - sinceNs >= (isPutThrough() ? PUT_THROUGH_NS : SILENT_NS) ? sinceNs : null;
    }

    private boolean isPutThrough() {
        return how != null && how.how() == StreamEnding.How.TRANSFER;
    }

    private boolean endsWithItsStream() {
        return how == null || how.how() == StreamEnding.How.CALLER_LEFT || how.how() == StreamEnding.How.AGENT_HUNG_UP;
    }

    private EndedBy by() {
        if (how == null) {
            return EndedBy.CALLER;
        }
        return switch (how.how()) {
            case CALLER_LEFT -> EndedBy.CALLER;
            case AGENT_HUNG_UP, TRANSFER -> EndedBy.AGENT;
            case TOO_LONG -> EndedBy.TIMEOUT;
            case NO_AGENT, STREAM_LOST, SHUT_DOWN -> EndedBy.SERVER;
        };
    }
}
