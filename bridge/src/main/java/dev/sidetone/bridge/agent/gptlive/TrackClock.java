package dev.sidetone.bridge.agent.gptlive;

import dev.sidetone.bridge.audio.LineFrame;

/**
 * Compares how much of the caller the agent was given with how much of its track came back: the one should be as long as the other. An agent
 * that was given a burst, or was too slow for a while, may stay behind for the rest of the call. One per session, on the call's event loop.
 *
 * <p>It is helped to catch up in a pause: every other silent frame of the caller is left out, until as much was left out as it was behind.
 * What it is behind even then is no queue of its own, and counts as where it began.
 */
final class TrackClock {
    /** With more than this it is helped, 500 ms: a piece of the track, and twice the way there and back. */
    private static final long HELPED_BYTES = LineFrame.RATE_HZ / 2;
    /** With more than this it is reported, 1 s. */
    private static final long REPORTED_BYTES = LineFrame.RATE_HZ;
    /** For so long at a stretch: what a line gives after a stall is on its way at first. */
    private static final long LASTING_NS = 1_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE;

    private long givenBytes;
    private long cameBytes;
    /** What may still be left out; 0 while the agent is not helped. */
    private long toLeaveOutBytes;

    /** Behind by more than {@link #HELPED_BYTES} since then. */
    private long lateSinceNs = NEVER;

    private boolean odd;
    private boolean reported;

    /** The agent was given so much of the caller. */
    void gave(int bytes, long nowNs) {
        givenBytes += bytes;
        compare(nowNs);
    }

    /** So much of the track came. */
    void came(int bytes, long nowNs) {
        cameBytes += bytes;
        compare(nowNs);
    }

    private void compare(long nowNs) {
        if (behindBytes() <= HELPED_BYTES) {
            lateSinceNs = NEVER;
        } else if (lateSinceNs == NEVER) {
            lateSinceNs = nowNs;
        }
    }

    private boolean isLate(long nowNs) {
        return lateSinceNs != NEVER && nowNs - lateSinceNs >= LASTING_NS;
    }

    long behindMs() {
        return Math.max(0, behindBytes()) * 1000 / LineFrame.RATE_HZ;
    }

    /** True once, when the agent is a second behind. */
    boolean isToBeReported(long nowNs) {
        boolean first = !reported && isLate(nowNs) && behindBytes() > REPORTED_BYTES;
        reported |= first;
        return first;
    }

    /** Whether the next frame, of {@code bytes}, is left out. Asked only while neither side speaks. */
    boolean leavesOut(int bytes, long nowNs) {
        if (toLeaveOutBytes <= 0 && isLate(nowNs)) {
            toLeaveOutBytes = behindBytes();
        }
        odd = !odd;
        if (toLeaveOutBytes <= 0 || !odd) {
            return false;
        }
        toLeaveOutBytes -= bytes;
        if (behindBytes() <= HELPED_BYTES) {
            toLeaveOutBytes = 0;
        } else if (toLeaveOutBytes <= 0) {
            givenBytes = cameBytes;
        }
        return true;
    }

    private long behindBytes() {
        return givenBytes - cameBytes;
    }
}
