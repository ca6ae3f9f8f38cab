package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.twilio.FromTwilio;
import org.jspecify.annotations.Nullable;

/**
 * How long a call has lasted as Twilio bills it: from the pick-up, with or without a stream, to the end; once Twilio has said itself how
 * long that was, so long. Told on the call's thread, asked on any.
 */
final class TalkClock {
    private static final double NS_PER_S = 1e9;
    private static final int DIGITS = 9;

    private volatile @Nullable Long pickedUpNs;
    private volatile @Nullable Long endedNs;
    private volatile @Nullable Long billedS;

    void take(Observation tapped) {
        if (tapped instanceof Observation.Status status) {
            news(status);
        } else if (tapped instanceof Observation.Asked asked
                && asked.request().document() != BridgeListener.Document.INBOUND) {
            pickedUp(asked.atNs());
        } else if (tapped instanceof Observation.Heard heard && heard.message() instanceof FromTwilio.Start) {
            pickedUp(heard.atNs());
        }
    }

    private void news(Observation.Status status) {
        if (status.news().get("CallStatus").equals("in-progress")) {
            pickedUp(status.atNs());
        }
        String duration = status.news().get("CallDuration");
        if (duration.matches("\\d{1," + DIGITS + "}") && Long.parseLong(duration) > 0) {
            billedS = Long.valueOf(duration);
        }
    }

    /** An inbound call is picked up by the document that answers it, so its stream is the first to be seen of that. */
    private void pickedUp(long atNs) {
        if (pickedUpNs == null) {
            pickedUpNs = atNs;
        }
    }

    void ended(long atNs) {
        endedNs = atNs;
    }

    /** Nothing while nobody has picked up. */
    double s(long nowNs) {
        Long billed = billedS;
        if (billed != null) {
            return billed;
        }
        Long fromNs = pickedUpNs;
        Long untilNs = endedNs;
        return fromNs == null ? 0 : ((untilNs == null ? nowNs : untilNs) - fromNs) / NS_PER_S;
    }
}
