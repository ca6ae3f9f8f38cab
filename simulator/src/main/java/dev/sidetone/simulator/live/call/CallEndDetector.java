package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects that a call is over and who ended it: by a status callback, by the status in the request after a stream, or by a stream that
 * ended without a sequel. Owned by its call's thread.
 */
final class CallEndDetector {
    private static final long S_NS = 1_000_000_000L;
    /** The final callback comes within a second or two; a call that goes on opens another stream within this time. */
    private static final long SILENT_NS = 10 * S_NS;
    /** The longest time that a call rings. */
    private static final long RINGING_NS = 120 * S_NS;
    /** The longest call at Twilio. */
    private static final long TRANSFERRED_NS = 4 * 3_600 * S_NS;

    private static final Set<String> FINAL = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    private final long beganNs;
    private @Nullable Long streamEndNs;
    private @Nullable StreamEnding ending;
    private boolean streaming;
    private @Nullable Long endNs;
    private String why = "";
    private String finalStatus = "";
    /** True once the bridge has answered what follows a stream while the call went on: a call without a stream ends with that. */
    private boolean apologized;

    CallEndDetector(long beganNs) {
        this.beganNs = beganNs;
    }

    void observe(Observation observation, boolean isStreaming) {
        streaming = isStreaming;
        if (observation instanceof Observation.StreamClosed closed) {
            streamEndNs = closed.atNs();
            why = closed.why();
        } else if (observation instanceof Observation.BridgeLeft left) {
            ending = isTransferred() ? ending : left.ending();
        } else if (observation instanceof Observation.StatusCallback callback) {
            status(callback.form().get("CallStatus"), callback.atNs());
        } else if (observation instanceof Observation.DocumentServed served
                && served.request().document() == BridgeListener.Document.AFTER_STREAM) {
            String status = served.request().fields().get("CallStatus");
            apologized |= !isFinal(status);
            status(status, served.atNs());
        }
    }

    /** Returns true for the statuses that Twilio gives to calls that are over. */
    static boolean isFinal(String status) {
        return FINAL.contains(status);
    }

    private void status(String status, long atNs) {
        if (isFinal(status)) {
            finalStatus = finalStatus.isEmpty() ? status : finalStatus;
            endNs = endedWithItsStream() && streamEndNs != null ? streamEndNs : (Long) atNs;
            why = why.isEmpty() ? "Twilio says " + status : why;
        }
    }

    /**
     * Returns the call's last fact, or null while it goes on or may still go on.
     *
     * @param attributedTo who is known to have ended it, or null
     */
    Fact.@Nullable CallEnded detect(long nowNs, @Nullable EndedBy attributedTo) {
        if (streaming) {
            return null;
        }
        Long atNs = endNs == null ? silentEndNs(nowNs) : endNs;
        return atNs == null ? null : new Fact.CallEnded(atNs, attributedTo == null ? endedBy() : attributedTo, why());
    }

    /** Returns the last fact of a call that is not monitored any longer. */
    Fact.CallEnded endNow(long nowNs, @Nullable EndedBy attributedTo) {
        Long atNs = endNs == null ? streamEndNs : endNs;
        if (streaming || atNs == null) {
            return new Fact.CallEnded(nowNs, EndedBy.SERVER, "Sidetone ended");
        }
        return new Fact.CallEnded(atNs, attributedTo == null ? endedBy() : attributedTo, why());
    }

    private String why() {
        return why.isEmpty() ? "no stream ever came" : why;
    }

    private @Nullable Long silentEndNs(long nowNs) {
        Long sinceNs = streamEndNs;
        if (sinceNs == null) {
            return nowNs - beganNs >= RINGING_NS ? (Long) nowNs : null;
        }
        return nowNs - sinceNs >= (isTransferred() ? TRANSFERRED_NS : SILENT_NS) ? sinceNs : null;
    }

    private boolean isTransferred() {
        return ending != null && ending.kind() == StreamEnding.Kind.TRANSFER;
    }

    private boolean endedWithItsStream() {
        return ending == null
                || ending.kind() == StreamEnding.Kind.CALLER_LEFT
                || ending.kind() == StreamEnding.Kind.AGENT_HUNG_UP;
    }

    /** Returns null where nobody has ended it, such as a call that came to nothing. */
    private @Nullable EndedBy endedBy() {
        if (ending == null) {
            return endedWithoutStream();
        }
        return switch (ending.kind()) {
            case CALLER_LEFT -> EndedBy.CALLER;
            case AGENT_HUNG_UP, TRANSFER -> EndedBy.AGENT;
            case TOO_LONG -> EndedBy.TIMEOUT;
            case NO_AGENT, STREAM_LOST, SHUT_DOWN -> EndedBy.SERVER;
        };
    }

    private @Nullable EndedBy endedWithoutStream() {
        return switch (finalStatus) {
            case "no-answer" -> EndedBy.TIMEOUT;
            case "completed" -> apologized ? EndedBy.SERVER : EndedBy.CALLER;
            default -> null;
        };
    }
}
