package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.twilio.FromTwilio;
import org.jspecify.annotations.Nullable;

/**
 * Measures the billed time of one call: Twilio's from the pick-up to the end, and the agent's while a stream is open. Twilio's own
 * {@code CallDuration} replaces the measured time once it is known. Fed on the call's thread, read on any.
 */
final class BillingMeter {
    private static final double NS_PER_S = 1e9;
    private static final int MOST_DIGITS = 9;

    private volatile @Nullable Long pickedUpNs;
    private volatile @Nullable Long endedNs;
    private volatile @Nullable Long billedS;
    private volatile @Nullable Long streamNs;
    private volatile long streamedNs;

    void observe(Observation observation) {
        if (observation instanceof Observation.StatusCallback callback) {
            status(callback);
        } else if (observation instanceof Observation.DocumentServed served
                && served.request().document() != BridgeListener.Document.INBOUND) {
            pickedUp(served.atNs());
        } else if (observation instanceof Observation.Received received
                && received.message() instanceof FromTwilio.Start) {
            pickedUp(received.atNs());
            streamNs = received.atNs();
        } else if (observation instanceof Observation.StreamClosed closed) {
            streamEnded(closed.atNs());
        }
    }

    private void status(Observation.StatusCallback callback) {
        if (callback.form().get("CallStatus").equals("in-progress")) {
            pickedUp(callback.atNs());
        }
        String duration = callback.form().get("CallDuration");
        if (duration.matches("\\d{1," + MOST_DIGITS + "}") && Long.parseLong(duration) > 0) {
            billedS = Long.valueOf(duration);
        }
    }

    /** The document of an inbound call is served before the pick-up, so the first sign of that is its stream. */
    private void pickedUp(long atNs) {
        if (pickedUpNs == null) {
            pickedUpNs = atNs;
        }
    }

    private void streamEnded(long atNs) {
        Long fromNs = streamNs;
        if (fromNs != null) {
            streamNs = null;
            long beforeNs = streamedNs; // written here alone
            streamedNs = beforeNs + atNs - fromNs;
        }
    }

    /** The call ended. */
    void ended(long atNs) {
        endedNs = atNs;
        streamEnded(atNs);
    }

    /** The seconds that Twilio bills until {@code nowNs}; 0 before the pick-up. */
    double twilioS(long nowNs) {
        Long billed = billedS;
        if (billed != null) {
            return billed;
        }
        Long fromNs = pickedUpNs;
        Long untilNs = endedNs;
        return fromNs == null ? 0 : ((untilNs == null ? nowNs : untilNs) - fromNs) / NS_PER_S;
    }

    /** The seconds for which the agent was connected until {@code nowNs}. */
    double agentS(long nowNs) {
        Long fromNs = streamNs;
        return (streamedNs + (fromNs == null ? 0 : nowNs - fromNs)) / NS_PER_S;
    }
}
