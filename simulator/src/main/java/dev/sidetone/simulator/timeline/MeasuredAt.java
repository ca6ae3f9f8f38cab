package dev.sidetone.simulator.timeline;

import java.util.Locale;

/** The place where a call's times are taken. */
public enum MeasuredAt {
    /** At the caller's ear, behind the playout queue: the line is ours. */
    EAR,
    /** At the bridge: when sound came from Twilio and when it was sent there; how it is played is worked out. */
    BRIDGE,
    /** In a recording of both voices: what was queued, cleared or late cannot be seen in it. */
    RECORDING;

    /** The word in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A tick that is later than this spoils a time that is measured across it. */
    public long lateNs() {
        return (this == BRIDGE ? Thresholds.LATE_AT_BRIDGE_MS : Thresholds.LATE_AT_EAR_MS) * 1_000_000L;
    }
}
