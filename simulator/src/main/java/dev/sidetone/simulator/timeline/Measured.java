package dev.sidetone.simulator.timeline;

import java.util.Locale;

/** Where a call's times were taken. */
public enum Measured {
    /** At the caller's ear, behind the playout queue: the line is ours. */
    EAR,
    /** At the bridge: when sound came from Twilio and when it was sent there; how it is played is worked out. */
    BRIDGE;

    /** How late a tick may be at the ear: the line's own grid is kept to a fraction of a millisecond. */
    private static final long LATE_AT_EAR_NS = 5_000_000L;
    /** At the bridge it is the way from Twilio that is late; so much of it is a stream that stood still. */
    private static final long LATE_AT_BRIDGE_NS = 100_000_000L;

    /** The word in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A tick that is later than this spoils a time that is measured across it. */
    public long lateNs() {
        return this == EAR ? LATE_AT_EAR_NS : LATE_AT_BRIDGE_NS;
    }
}
